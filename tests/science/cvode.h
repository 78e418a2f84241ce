#pragma once
// SUNDIALS CVODE behind a function: Adams method with fixed-point iteration, since the equations of
// the model are not stiff (fastest clearance a few per day).
#ifdef ABSCOPE_HAS_SUNDIALS
#include <functional>
#include <vector>

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sundials/sundials_nonlinearsolver.h>

namespace abscope {

class Cvode {
 public:
  using Slope = std::function<void(double t, const double* y, double* slope)>;

  Cvode(std::size_t size, Slope slope, double relativeTolerance, double absoluteTolerance);
  ~Cvode();
  Cvode(const Cvode&) = delete;
  Cvode& operator=(const Cvode&) = delete;

  // Starts anew from `y` at `t`.
  void restart(double t, const double* y);
  // Goes on to `t`, not stepping past `stop`; returns false if CVODE gave up.
  bool advance(double t, double stop, double* y);
  long evaluations() const;

 private:
  static int call(double t, N_Vector y, N_Vector slope, void* self);

  std::size_t size_;
  Slope slope_;
  SUNContext context_ = nullptr;
  N_Vector y_ = nullptr;
  void* memory_ = nullptr;
  SUNNonlinearSolver iteration_ = nullptr;
  long earlierEvaluations_ = 0;
};

}  // namespace abscope
#endif

#ifdef ABSCOPE_HAS_SUNDIALS
#include "science/cvode.h"

#include <algorithm>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>
#include <utility>

namespace abscope {

Cvode::Cvode(std::size_t size, Slope slope, double relativeTolerance, double absoluteTolerance)
    : size_(size), slope_(std::move(slope)) {
  SUNContext_Create(nullptr, &context_);
  y_ = N_VNew_Serial(static_cast<sunindextype>(size), context_);
  N_VConst(0, y_);
  memory_ = CVodeCreate(CV_ADAMS, context_);
  CVodeInit(memory_, &Cvode::call, 0, y_);
  CVodeSStolerances(memory_, relativeTolerance, absoluteTolerance);
  CVodeSetUserData(memory_, this);
  CVodeSetMaxNumSteps(memory_, 1000000);
  iteration_ = SUNNonlinSol_FixedPoint(y_, 0, context_);
  CVodeSetNonlinearSolver(memory_, iteration_);
}

Cvode::~Cvode() {
  CVodeFree(&memory_);
  SUNNonlinSolFree(iteration_);
  N_VDestroy(y_);
  SUNContext_Free(&context_);
}

int Cvode::call(double t, N_Vector y, N_Vector slope, void* self) {
  static_cast<Cvode*>(self)->slope_(t, N_VGetArrayPointer(y), N_VGetArrayPointer(slope));
  return 0;
}

void Cvode::restart(double t, const double* y) {
  earlierEvaluations_ = evaluations();
  std::copy(y, y + size_, N_VGetArrayPointer(y_));
  CVodeReInit(memory_, t, y_);
}

bool Cvode::advance(double t, double stop, double* y) {
  CVodeSetStopTime(memory_, stop);
  double reached = 0;
  const int flag = CVode(memory_, t, y_, &reached, CV_NORMAL);
  std::copy(N_VGetArrayPointer(y_), N_VGetArrayPointer(y_) + size_, y);
  return flag >= 0;
}

long Cvode::evaluations() const {
  long count = 0;
  CVodeGetNumRhsEvals(memory_, &count);
  return earlierEvaluations_ + count;
}

}  // namespace abscope
#endif

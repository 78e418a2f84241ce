// Boost.odeint and SUNDIALS CVODE as peers.
#include <array>
#include <cmath>
#include <cstring>

#ifdef ABSCOPE_HAS_ODEINT
#if defined(__GNUC__) && !defined(__clang__)
// odeint's steppers copy their own scratch arrays before first use (GCC 12, Boost 1.74, 2026-11).
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#ifdef __EMSCRIPTEN__
#include <cstdlib>
#include <exception>

#include <boost/throw_exception.hpp>
namespace boost {
// Without exceptions Boost asks for this: a step that cannot be made ends the bench.
void throw_exception(const std::exception&) { std::abort(); }
void throw_exception(const std::exception&, const source_location&) { std::abort(); }
}  // namespace boost
#endif
#include <boost/numeric/odeint.hpp>
#endif

#include "bench/solver_peers.h"
#include "science/cvode.h"

namespace abscope {

namespace {

#ifdef ABSCOPE_HAS_ODEINT
namespace odeint = boost::numeric::odeint;
using Values = std::array<double, kStateSize>;

Values valuesOf(const State& y) {
  Values values;
  std::memcpy(values.data(), y.pairs.data(), sizeof values);
  return values;
}

State stateOf(const Values& values) {
  State y;
  std::memcpy(y.pairs.data(), values.data(), sizeof values);
  return y;
}

// Dormand-Prince 5(4) with its dense output.
class OdeintDense : public Peer {
 public:
  OdeintDense(double relative, double absolute) : relative_(relative), absolute_(absolute) {}

  void integrate(PhaseSlope& slope, State& y, double day, double until,
                 const std::function<void(double, const State&)>& output) override {
    auto stepper =
        odeint::make_dense_output(absolute_, relative_, odeint::runge_kutta_dopri5<Values>());
    const auto system = [&](const Values& x, Values& dx, double t) {
      slope(t, x.data(), dx.data());
    };
    stepper.initialize(valuesOf(y), day, std::min(0.05, until - day));
    double whole = std::floor(day) + 1;
    Values values;
    while (stepper.current_time() < until) {
      stepper.do_step(system);
      for (; whole <= std::min(stepper.current_time(), until); whole += 1) {
        stepper.calc_state(whole, values);
        output(whole, stateOf(values));
      }
    }
    stepper.calc_state(until, values);
    y = stateOf(values);
  }

 private:
  double relative_, absolute_;
};

// Fehlberg 7(8), stepping to every whole day, since it has no dense output.
class OdeintFehlberg : public Peer {
 public:
  OdeintFehlberg(double relative, double absolute) : relative_(relative), absolute_(absolute) {}

  void integrate(PhaseSlope& slope, State& y, double day, double until,
                 const std::function<void(double, const State&)>& output) override {
    auto stepper =
        odeint::make_controlled(absolute_, relative_, odeint::runge_kutta_fehlberg78<Values>());
    const auto system = [&](const Values& x, Values& dx, double t) {
      slope(t, x.data(), dx.data());
    };
    Values x = valuesOf(y);
    double t = day, length = 0.25;
    while (t < until) {
      const double stop = std::min(std::floor(t) + 1, until);
      while (t < stop) {
        double h = std::min(length, stop - t);
        const bool last = h == stop - t;
        if (stepper.try_step(system, x, t, h) == odeint::success) {
          if (last) t = stop;
          length = std::max(h, last ? length : h);
        } else {
          length = h;
        }
      }
      if (stop == std::floor(stop)) output(stop, stateOf(x));
    }
    y = stateOf(x);
  }

 private:
  double relative_, absolute_;
};
#endif

#ifdef ABSCOPE_HAS_SUNDIALS
// Adams with fixed-point iteration; whole days come from its own interpolation.
class CvodeAdams : public Peer {
 public:
  CvodeAdams(double relative, double absolute)
      : cvode_(
            kStateSize, [this](double t, const double* y, double* dy) { (*slope_)(t, y, dy); },
            relative, absolute) {}

  void integrate(PhaseSlope& slope, State& y, double day, double until,
                 const std::function<void(double, const State&)>& output) override {
    slope_ = &slope;
    double values[kStateSize];
    std::memcpy(values, y.pairs.data(), sizeof values);
    cvode_.restart(day, values);
    double t = day;
    while (t < until) {
      t = std::min(std::floor(t) + 1, until);
      cvode_.advance(t, until, values);
      std::memcpy(y.pairs.data(), values, sizeof values);
      if (t == std::floor(t)) output(t, y);
    }
  }

 private:
  PhaseSlope* slope_ = nullptr;
  Cvode cvode_;
};
#endif

template <class T>
std::unique_ptr<Peer> makePeer(double relative, double absolute) {
  return std::make_unique<T>(relative, absolute);
}

}  // namespace

std::vector<PeerKind> peerKinds() {
  std::vector<PeerKind> kinds;
#ifdef ABSCOPE_HAS_ODEINT
  kinds.push_back({"odeint dopri5, dense", makePeer<OdeintDense>});
  kinds.push_back({"odeint fehlberg78, controlled", makePeer<OdeintFehlberg>});
#endif
#ifdef ABSCOPE_HAS_SUNDIALS
  kinds.push_back({"CVODE Adams (the system's build)", makePeer<CvodeAdams>});
#endif
  return kinds;
}

}  // namespace abscope

#include "app/why.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace abscope {
namespace {

constexpr double kWindowDays = 2;
// Below this a change is too small to be told: cells come in 10^6, volumes in mm3.
constexpr double kFloor = 0.02;
constexpr double kSmallestFactor = 1.03;

constexpr std::array<CellKind, 11> kSubjects = {
    CellKind::tumour,    CellKind::cd8Effector,  CellKind::cd8Exhausted,   CellKind::treg,
    CellKind::mdsc,      CellKind::m1Macrophage, CellKind::m2Macrophage,   CellKind::nk,
    CellKind::dendritic, CellKind::cd8Resident,  CellKind::resistantTumour};

// Killers and tumours are what a reader asks about first.
double weightOf(CellKind kind) {
  return kind == CellKind::tumour || kind == CellKind::cd8Effector ? 1.5 : 1;
}

// Cells die of age and turn over all the time: what a mechanism or a fraction does tells more, even
// where it is the smaller part.
double tells(const FluxInfo& info, double amount) {
  constexpr double kTurnover = 0.25;
  return info.impulse || !mechanismsToTell(info).empty() ? amount : kTurnover * amount;
}

void share(Explanation& e, const Fluxes& from, const Fluxes& to) {
  const TumourState state = tumourStateOf(e.subject);
  const bool rose = e.after > e.before;
  double most[2] = {0, 0};  // for the cause and against it
  for (int f = 0; f < kTumourFluxCount; ++f) {
    const auto flux = static_cast<TumourFlux>(f);
    const int sign = signFor(flux, state);
    if (sign == 0) continue;
    const auto lane = static_cast<int>(e.site);
    const double amount = to[flux][lane] - from[flux][lane];
    (sign > 0 ? e.gained : e.lost) += amount;
    const bool causes = (sign > 0) == rose;
    const double weight = tells(kTumourFluxInfo[static_cast<std::size_t>(f)], amount);
    if (weight <= most[causes]) continue;
    most[causes] = weight;
    (causes ? e.cause : e.against) = {flux, amount};
  }
}

}  // namespace

std::string_view mechanismsToTell(const FluxInfo& flux) {
  constexpr std::string_view kDeath = "Death";
  const bool isOldAge = !flux.impulse && flux.name.size() > kDeath.size() &&
                        flux.name.substr(flux.name.size() - kDeath.size()) == kDeath;
  return isOldAge ? std::string_view() : flux.mechanisms;
}

TumourState tumourStateOf(CellKind kind) {
  switch (kind) {
    case CellKind::tumour:
      return TumourState::viable;
    case CellKind::dying:
      return TumourState::dying;
    case CellKind::cd8Effector:
      return TumourState::cd8Effector;
    case CellKind::cd8Exhausted:
      return TumourState::cd8Exhausted;
    case CellKind::treg:
      return TumourState::treg;
    case CellKind::mdsc:
      return TumourState::mdsc;
    case CellKind::m1Macrophage:
      return TumourState::m1Macrophage;
    case CellKind::m2Macrophage:
      return TumourState::m2Macrophage;
    case CellKind::nk:
      return TumourState::nk;
    case CellKind::dendritic:
      return TumourState::dendritic;
    case CellKind::cd8Resident:
      return TumourState::cd8Resident;
    case CellKind::resistantTumour:
      return TumourState::resistant;
    default:
      return TumourState::count;
  }
}

int signFor(TumourFlux flux, TumourState state) {
  const FluxInfo& info = kTumourFluxInfo[static_cast<std::size_t>(flux)];
  const Pool pool = static_cast<Pool>(state);
  return info.to == pool ? 1 : info.from == pool ? -1 : 0;
}

Explanation explain(const Course& course, double day) {
  Explanation best;
  const double to = std::min(day, course.days());
  const double from = std::max(0.0, to - kWindowDays);
  if (to - from < 0.25) return best;
  const State before = course.at(from);
  const State after = course.at(to);
  double bestScore = std::log(kSmallestFactor);
  for (const CellKind kind : kSubjects) {
    for (int lane = 0; lane < 2; ++lane) {
      const TumourState state = tumourStateOf(kind);
      const double a = before[state][lane];
      const double b = after[state][lane];
      const double score = weightOf(kind) * std::fabs(std::log((b + kFloor) / (a + kFloor)));
      if (score <= bestScore) continue;
      bestScore = score;
      best.any = true;
      best.subject = kind;
      best.site = static_cast<Site>(lane);
      best.before = a;
      best.after = b;
    }
  }
  if (!best.any) return best;
  best.fromDay = from;
  best.toDay = to;
  share(best, course.integralsAt(from), course.integralsAt(to));
  return best;
}

Explanation explainCurve(const Course& course, double day, CellKind kind, Site site,
                         double untilDay) {
  constexpr double kAround = 1;  // days
  Explanation e;
  const TumourState state = tumourStateOf(kind);
  if (state == TumourState::count) return e;
  const auto lane = static_cast<int>(site);
  e.any = e.asked = true;
  e.subject = kind;
  e.site = site;
  const double end = std::min(course.days(), untilDay);
  e.fromDay = std::max(0.0, std::min(day, end - kAround) - kAround);
  e.toDay = std::min(end, e.fromDay + 2 * kAround);
  // What happens at the very start of the window belongs to it.
  e.before = course.before(e.fromDay)[state][lane];
  e.after = course.at(e.toDay)[state][lane];
  const Fluxes from = course.integralsBefore(e.fromDay), to = course.integralsAt(e.toDay);
  for (int f = 0; f < kTumourFluxCount; ++f) {
    const auto flux = static_cast<TumourFlux>(f);
    const int sign = signFor(flux, state);
    if (sign == 0) continue;
    Cause cause{flux, sign * (to[flux][lane] - from[flux][lane])};
    (sign > 0 ? e.gained : e.lost) += std::fabs(cause.amount);
    for (Cause& place : e.causes) {
      if (std::fabs(cause.amount) > std::fabs(place.amount)) std::swap(cause, place);
    }
  }
  return e;
}

}  // namespace abscope

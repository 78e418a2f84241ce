#include "app/mechanism_map.h"

#include <algorithm>

namespace abscope {
namespace {

constexpr TumourFlux tumourFluxOf(TumourFlux flux) { return flux; }
constexpr TumourFlux tumourFluxOf(SystemFlux) { return TumourFlux::count; }

// The name is of one table or of the other.
#define ABSCOPE_MAP_FLUX_difference(flux) TumourFlux::flux
#define ABSCOPE_MAP_FLUX_flux(flux) TumourFlux::flux
#define ABSCOPE_MAP_FLUX_checkpoint(flux) TumourFlux::flux
#define ABSCOPE_MAP_FLUX_presentation(flux) TumourFlux::flux
#define ABSCOPE_MAP_FLUX_death(flux) TumourFlux::flux
#define ABSCOPE_MAP_FLUX_systemFlux(flux) SystemFlux::flux

constexpr std::array<MapArrow, kMapArrowCount> kArrows = {{
#define N(...)
#define A(id, from, to, flux, bend, label) \
  {#id,                                    \
   MechanismId::id,                        \
   MapNode::from,                          \
   MapNode::to,                            \
   MapReading::difference,                 \
   TumourFlux::flux,                       \
   Sign::unknown,                          \
   bend,                                   \
   label},
#define W(name, from, to, reading, flux, sign, bend, label) \
  {#name,                                                   \
   MechanismId::count,                                      \
   MapNode::from,                                           \
   MapNode::to,                                             \
   MapReading::reading,                                     \
   tumourFluxOf(ABSCOPE_MAP_FLUX_##reading(flux)),          \
   Sign::sign,                                              \
   bend,                                                    \
   label},
#include "app/mechanism_map.def"
#undef N
#undef A
#undef W
}};

// Kills and growth come in two fluxes, one for each clone.
TumourFlux twinOf(TumourFlux flux) {
  switch (flux) {
    case TumourFlux::radiationKill:
      return TumourFlux::radiationKillResistant;
    case TumourFlux::cd8Kill:
      return TumourFlux::cd8KillResistant;
    case TumourFlux::nkKill:
      return TumourFlux::nkKillResistant;
    case TumourFlux::m1Kill:
      return TumourFlux::m1KillResistant;
    case TumourFlux::ischaemicKill:
      return TumourFlux::ischaemicKillResistant;
    case TumourFlux::ferroptoticKill:
      return TumourFlux::ferroptoticKillResistant;
    case TumourFlux::tumourGrowthByM2:
      return TumourFlux::resistantGrowthByM2;
    default:
      return TumourFlux::count;
  }
}

Pair amountOf(const Fluxes& fluxes, TumourFlux flux) {
  const TumourFlux twin = twinOf(flux);
  return fluxes[flux] + (twin == TumourFlux::count ? Pair{} : fluxes[twin]);
}

Pair deaths(const Fluxes& fluxes) {
  Pair all{};
  for (int f = 0; f < kTumourFluxCount; ++f) {
    if (kTumourFluxInfo[static_cast<std::size_t>(f)].to != Pool::dying) continue;
    all += fluxes[static_cast<TumourFlux>(f)];
  }
  return all;
}

Pair amountIn(const State& state, Pool pool) {
  if (pool == Pool::viable || pool == Pool::resistant) return clonogenicMm3(state);
  if (isSystem(pool)) return both(state[systemState(pool)]);
  return state[tumourState(pool)];
}

bool isImpulse(TumourFlux flux) {
  return flux != TumourFlux::count && kTumourFluxInfo[static_cast<std::size_t>(flux)].impulse;
}

// A mechanism's part in the fractions of the last day.
Pair byFractions(const Course& course, const Model& without, TumourFlux flux, double from,
                 double to) {
  Pair sum{};
  for (const Event& event : course.events()) {
    if (event.kind != EventKind::fraction || event.day <= from || event.day > to) continue;
    FractionDose dose;
    dose.tumourGy = event.doseGy;
    const State before = course.before(event.day);
    const HookLevels bound = occupancy(course.drugLevelsAt(event.day));
    State with = before, other = before;
    sum += amountOf(course.model().giveFraction(with, dose, bound), flux) -
           amountOf(without.giveFraction(other, dose, bound), flux);
  }
  return sum;
}

// With a factor f on the kill, 1 - 1 / f of it is gained (f > 1) or held back (f < 1).
Pair byFactor(Pair kill, Pair factor) {
  Pair result{};
  for (int lane = 0; lane < 2; ++lane) {
    result[lane] = factor[lane] > 1e-6 ? kill[lane] * (1 - 1 / factor[lane]) : 0;
  }
  return result;
}

struct Moment {
  double day;
  State state;
  HookLevels bound;
  Fluxes rates;  // per day
  KillFactors factors;
};

Pair flowOf(const Course& course, const MapModels& models, const Moment& now,
            const MapArrow& arrow) {
  switch (arrow.reading) {
    case MapReading::difference: {
      const Model& without = models.without[static_cast<std::size_t>(arrow.mechanism)];
      if (isImpulse(arrow.flux)) {
        return byFractions(course, without, arrow.flux, now.day - 1, now.day);
      }
      Fluxes other{Fluxes::Uncleared{}};
      State slope{State::Uncleared{}};
      without.rates(now.state, now.bound, other, slope);
      return amountOf(now.rates, arrow.flux) - amountOf(other, arrow.flux);
    }
    case MapReading::flux:
      return amountOf(now.rates, arrow.flux);
    case MapReading::systemFlux:
      return both(now.rates[SystemFlux::effectorRelease]);
    case MapReading::checkpoint:
      return byFactor(amountOf(now.rates, arrow.flux), now.factors.checkpoint);
    case MapReading::presentation:
      return byFactor(amountOf(now.rates, arrow.flux), now.factors.antigenPresentation);
    case MapReading::death:
      break;
  }
  const Pair until = deaths(course.integralsAt(now.day));
  return now.day > 1 ? until - deaths(course.integralsAt(now.day - 1)) : until;
}

}  // namespace

const std::array<MapArrow, kMapArrowCount>& mapArrows() { return kArrows; }

int mapArrowByName(std::string_view name) {
  for (int i = 0; i < kMapArrowCount; ++i) {
    if (kArrows[static_cast<std::size_t>(i)].name == name) return i;
  }
  return -1;
}

Sign signOf(const MapArrow& arrow) {
  if (arrow.mechanism == MechanismId::count) return arrow.sign;
  const Mechanism* row = findMechanism(arrow.name);
  return row ? row->sign : Sign::unknown;
}

int mapArrowOf(Hook hook) {
  // Where the model lets each hook act; see rate_laws.h and fraction_laws.h.
  constexpr std::array<std::string_view, kHookCount> kTargets = {
      "checkpoint",  // antiPd1
      "checkpoint",  // antiPdl1
      "X03",         // antiCtla4
      "X05",         // antiTgfBeta
      "S02",         // idoInhibitor
      "S03",         // antiCcr2
      "S10",         // csf1rInhibitor
      "S07",         // antiCd25
      "migration",   // flt3l: more dendritic cells
      "migration",   // gmCsf
      "maturation",  // tlr7Agonist
      "P03",         // stingAgonist
      "X08",         // a2aInhibitor
      "N09",         // lag3Tim3
      "attack",      // antiCd8
      "L07",         // inosInhibitor
      "passage",     // adoptiveTCells
      "N05",         // ptenPathwayInhibitor
      "R03",         // mtorInhibitor
      "N07",         // gpx4Inhibitor
      "N08",         // acat1Inhibitor
      "N09",         // otherCheckpoint
      "X02",         // antiCd47
      "death"        // chemotherapy
  };
  return mapArrowByName(kTargets[static_cast<std::size_t>(hook)]);
}

bool passes(const MapArrow& arrow, MapFilter filter) {
  const char group = arrow.mechanism == MechanismId::count ? '-' : arrow.name[0];
  const bool ofLowDose = group == 'L' || arrow.name == "P01" || arrow.name == "P06";
  switch (filter) {
    case MapFilter::radiotherapy:
      return (group == 'R' || group == 'P' || group == 'H' || group == 'S') && !ofLowDose &&
             arrow.from != MapNode::drug;
    case MapFilter::lowDose:
      return ofLowDose;
    case MapFilter::resistance:
      return group == 'N';
    case MapFilter::drug:
      for (int hook = 0; hook < kHookCount; ++hook) {
        const int at = mapArrowOf(static_cast<Hook>(hook));
        if (at >= 0 && kArrows[static_cast<std::size_t>(at)].name == arrow.name) return true;
      }
      return false;
    default:
      return true;
  }
}

void makeMapModels(const Patient& patient, const Plan& plan, const Course& course,
                   MapModels& models) {
  models.start = course.at(0);
  models.without.clear();
  models.without.reserve(kMechanismCount);
  Patient other = patient;
  for (int m = 0; m < kMechanismCount; ++m) {
    const auto mechanism = static_cast<MechanismId>(m);
    const double strength = other.strengths[mechanism];
    other.strengths[mechanism] = 0;
    models.without.emplace_back(other);
    other.strengths[mechanism] = strength;
  }
  Plan nothing = plan;
  nothing.radiation.clear();
  nothing.drugs.clear();
  SolveOptions options;
  options.fluxIntegrals = false;
  models.untreated = solve(patient, nothing, options);
}

void readMapFlows(const Course& course, const MapModels& models, double day,
                  std::array<MapFlow, kMapArrowCount>& flows) {
  Moment now;
  now.day = std::min(day, course.days());
  now.state = course.at(now.day);
  now.bound = occupancy(course.drugLevelsAt(now.day));
  now.rates = course.ratesAt(now.day);
  now.factors = course.model().killFactors(now.state, now.bound);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const Pool pool = poolOf(kArrows[i]);
    constexpr double kNothing = 1e-9;  // keeps empty pools from dividing by 0
    flows[i].perDay = flowOf(course, models, now, kArrows[i]);
    flows[i].sharePerDay =
        flows[i].perDay / (amountIn(now.state, pool) + amountIn(models.start, pool) + kNothing);
  }
}

Pool poolOf(const MapArrow& arrow) {
  if (arrow.reading == MapReading::death) return Pool::viable;
  if (arrow.flux == TumourFlux::count) return Pool::bloodEffector;
  const FluxInfo& info = kTumourFluxInfo[static_cast<std::size_t>(arrow.flux)];
  // What kills takes from the tumour; what turns one kind into another brings the other.
  return info.to == Pool::dying || info.to == Pool::outside ? info.from : info.to;
}

std::string_view unitOf(const MapArrow& arrow) {
  const Pool pool = poolOf(arrow);
  return isSystem(pool) ? kSystemStateInfo[static_cast<std::size_t>(systemState(pool))].unit
                        : kTumourStateInfo[static_cast<std::size_t>(tumourState(pool))].unit;
}

}  // namespace abscope

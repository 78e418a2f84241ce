#include "library/scenario_fields.h"

#include <array>

namespace abscope {
namespace {

constexpr TextRule kName{64, true};
constexpr TextRule kTitle{200};
constexpr NumberRule kVolume{kMinVolumeMm3, kMaxVolumeMm3, "mm3"};
constexpr NumberRule kDose{kMinDoseGy, kMaxDoseGy, "Gy", true};
constexpr NumberRule kInterval{kMinIntervalDays, kMaxIntervalDays, "days"};
constexpr NumberRule kStartDay{0, kMaxCourseDays, "days"};
constexpr NumberRule kShare{0, 1};
constexpr double kMinAmount = 0.01;

constexpr std::array<std::string_view, 2> kPresets = {"mouse", "human"};
static_assert(kPresets.size() == static_cast<std::size_t>(Preset::count));

constexpr std::array<std::string_view, kResistanceCount> kResistanceMeanings = {
    "loss of B2M: no MHC-I at the surface",
    "loss of JAK1/2: tumour deaf to interferon-gamma",
    "loss of PTPN2: tumour more sensitive to interferon-gamma",
    "loss of PTEN: PI3K/AKT/mTOR always on",
    "active WNT/beta-catenin: T cells kept out",
    "T cells loaded with cholesterol",
    "LAG3, TIM3 and VISTA raised",
    "GPX4 raised: protected from ferroptosis",
    "HIF-1alpha always on: hypoxia signalled where there is oxygen",
    "CD39 and CD73 raised: adenosine",
    "experimental knock-out of TREX1",
    "experimental over-expression of TREX1",
    "host deaf to type-I interferon"};

// The anchors that are events of the course, in the order of Anchor.
constexpr std::array<std::string_view, 3> kEvents = {"progression", "response", "nadir"};
constexpr int kFirstEvent = static_cast<int>(Anchor::progression);
static_assert(static_cast<int>(Anchor::response) == kFirstEvent + 1);
static_assert(static_cast<int>(Anchor::nadir) == kFirstEvent + 2);

void describeStart(FieldVisitor& visitor, Start& start) {
  const Contents onEvent = [&start](FieldVisitor& v) {
    int event = static_cast<int>(start.anchor) - kFirstEvent;
    if (event < 0 || event >= static_cast<int>(kEvents.size())) event = 0;
    v.choice({"on", "what the item waits for", true}, kEvents, event, 0);
    start.anchor = static_cast<Anchor>(kFirstEvent + event);
    v.number({"days", "days after it"}, kStartDay, start.days, 0);
  };
  const Contents afterItem = [&start](FieldVisitor& v) {
    start.anchor = Anchor::afterItem;
    v.text({"after", "id of another item: counted from its last fraction or dose", true}, kName,
           start.item);
    v.number({"days", "days after it"}, kStartDay, start.days, 0);
  };
  const std::array<Variant, 2> variants = {Variant{"on", onEvent}, Variant{"after", afterItem}};
  int which = start.anchor == Anchor::day ? -1 : start.anchor == Anchor::afterItem ? 1 : 0;
  visitor.numberOrObject(
      {"start", "a day of the course, or days after an event or another item", true}, kStartDay,
      start.days, variants, which);
  if (which < 0) start.anchor = Anchor::day;
}

void describeRadiation(FieldVisitor& visitor, RadiationItem& item) {
  visitor.text({"id", "name of the item, unique in the plan", true}, kName, item.id);
  describeStart(visitor, item.start);
  visitor.object({"doseGy", "dose of each fraction", true}, [&item](FieldVisitor& v) {
    v.number({"irradiated", "to the irradiated tumour"}, kDose, item.irradiatedGy, 0);
    v.number({"distant", "to the distant tumour"}, kDose, item.distantGy, 0);
    v.optionalNumber({"node", "to the draining node; left out: what the preset scatters there"},
                     kDose, item.nodeGy);
    v.optionalNumber({"blood", "to the passing blood; left out: what the preset gives it"}, kDose,
                     item.bloodGy);
  });
  visitor.integer({"fractions", "number of fractions"}, 1, kMaxFractions, item.fractions, 1);
  visitor.number({"intervalDays", "days from one fraction to the next"}, kInterval,
                 item.intervalDays, 1);
  visitor.flag({"skipWeekends", "no fraction on Saturday and Sunday; day 0 is a Monday"},
               item.skipWeekends, false);
}

void describeDrug(FieldVisitor& visitor, DrugItem& item) {
  visitor.text({"id", "name of the item, unique in the plan", true}, kName, item.id);
  int drug = static_cast<int>(item.drug);
  visitor.choice({"drug", "what is given", true}, kDrugIds, drug, 0);
  item.drug = static_cast<Drug>(drug);
  describeStart(visitor, item.start);
  visitor.integer({"doses", "number of doses"}, 1, kMaxDoses, item.doses, 1);
  visitor.number({"intervalDays", "days from one dose to the next"}, kInterval, item.intervalDays,
                 3);
  visitor.number({"amount", "of a usual dose"}, {kMinAmount, kMaxAmount, "usual doses"},
                 item.amount, 1);
}

void describeParameters(FieldVisitor& visitor, Patient& patient) {
  std::array<std::optional<double>, kParameterCount> values;
  for (const ParameterChange& change : patient.changes) {
    values[static_cast<std::size_t>(change.id)] = change.value;
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    const ParameterInfo& info = parameterInfo(static_cast<ParameterId>(i));
    const double preset = patient.preset == Preset::human ? info.human : info.mouse;
    visitor.parameter({info.name, info.meaning}, {info.low, info.high, info.unit}, preset,
                      values[i]);
  }
  patient.changes.clear();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i]) patient.changes.push_back({static_cast<ParameterId>(i), *values[i]});
  }
}

void describePatient(FieldVisitor& visitor, Patient& patient) {
  int preset = static_cast<int>(patient.preset);
  visitor.choice({"preset", "whose parameters"}, kPresets, preset, 0);
  patient.preset = static_cast<Preset>(preset);
  visitor.number({"irradiatedMm3", "volume of the irradiated tumour on day 0", true}, kVolume,
                 patient.irradiatedMm3, 0);
  visitor.number({"distantMm3", "volume of the distant tumour on day 0", true}, kVolume,
                 patient.distantMm3, 0);
  visitor.number({"bloodEffectors", "effector T cells in the blood on day 0"},
                 {0, kMaxBloodEffectors, "million cells"}, patient.bloodEffectors, 0);
  describeResistance(visitor, patient.resistance);
  visitor.object({"subclone", "a second clone in both tumours"}, [&patient](FieldVisitor& v) {
    Subclone& subclone = patient.subclone;
    v.number({"share", "share of the clonogenic cells on day 0"}, kShare, subclone.share, 0);
    v.number({"mutationsPerDivision", "share of the first clone's daughters that join it"},
             {0, kMaxMutationsPerDivision}, subclone.mutationsPerDivision, 0);
    describeResistance(v, subclone.resistance);
  });
  describeStrengths(visitor, patient.strengths);
  visitor.object({"parameters", "parameters that differ from the preset"},
                 [&patient](FieldVisitor& v) { describeParameters(v, patient); });
}

void describePlan(FieldVisitor& visitor, Plan& plan) {
  describeItems(visitor, plan);
  visitor.number({"days", "length of the course", true}, {kMinCourseDays, kMaxCourseDays, "days"},
                 plan.days, 0);
}

void describeBody(FieldVisitor& visitor, Scenario& scenario) {
  visitor.object({"patient", "whom the plan is for", true},
                 [&](FieldVisitor& v) { describePatient(v, scenario.patient); });
  visitor.object({"plan", "what is given when", true},
                 [&](FieldVisitor& v) { describePlan(v, scenario.plan); });
}

}  // namespace

void describeResistance(FieldVisitor& visitor, std::array<double, kResistanceCount>& levels) {
  visitor.object({"resistance", "genotypes, from 0 (none) to 1 (complete)"},
                 [&levels](FieldVisitor& v) {
                   for (std::size_t i = 0; i < kResistanceIds.size(); ++i) {
                     v.number({kResistanceIds[i], kResistanceMeanings[i]}, kShare, levels[i], 0);
                   }
                 });
}

void describeStrengths(FieldVisitor& visitor, MechanismStrengths& strengths) {
  visitor.object(
      {"mechanisms", "strength of mechanisms by id, from 0 (off) over 1 (as fitted) to 2"},
      [&strengths](FieldVisitor& v) {
        for (int i = 0; i < kMechanismCount; ++i) {
          const auto mechanism = static_cast<MechanismId>(i);
          v.number({mechanismId(mechanism), "strength of this mechanism, a factor"},
                   {0, kMaxStrength}, strengths[mechanism], 1);
        }
      });
}

void describeItems(FieldVisitor& visitor, Plan& plan) {
  visitor.list({"radiation", "series of fractions"},
               listOf(plan.radiation, 0, kMaxItems, describeRadiation));
  visitor.list({"drugs", "series of doses of a drug"},
               listOf(plan.drugs, 0, kMaxItems, describeDrug));
}

std::span<const std::string_view> presetNames() { return kPresets; }

void describeScenario(FieldVisitor& visitor, Scenario& scenario) {
  visitor.constant({"format", "what kind of file this is", true}, kScenarioFormat);
  visitor.text({"id", "name for files and links"}, kName, scenario.id);
  visitor.text({"title", "name for people"}, kTitle, scenario.title);
  describeBody(visitor, scenario);
}

void describeArm(FieldVisitor& visitor, Scenario& scenario) {
  visitor.text({"id", "name of the arm, unique in the case", true}, kName, scenario.id);
  visitor.text({"title", "name for people", true}, kTitle, scenario.title);
  describeBody(visitor, scenario);
}

}  // namespace abscope

// Links that were given away: they open the same state for ever. A new format of links adds rows; a
// row is never changed. What is expected was written by hand from what the link holds.
#include <string>

#include <doctest/doctest.h>

#include "app/address.h"
#include "app/apply.h"
#include "core/format.h"
#include "library/cases.h"
#include "library/scenario_fields.h"

namespace abscope {
namespace {

struct Golden {
  const char* what;
  const char* query;
  const char* hash;
  const char* opens;
};

constexpr Golden kGolden[] = {
    {"the address of a case, as in the first lessons",
     "?case=dewan-2009&arm=8x3-anti-ctla-4&day=12.5", "",
     "dewan-2009/8x3-anti-ctla-4 day 12.5 seed 1; mouse 60 25 0; rt 8+0 x3 every 1 at 1; drug an"
     "tiCtla4 x3 every 3 amount 1 at 3; 45 d"},
    {"controls by name", "?rtDose=6&rtFractions=5&courseDays=90&theme=light", "",
     "barsoumian-2020/hdr-ldrt-ici day 0 seed 1; mouse 60 25 0; rt 6+0 x5 every 1 at 1; rt 0+1 x"
     "2 every 1 after primary 3; drug antiPd1 x5 every 3 amount 1 at 0; drug antiCtla4 x4 every "
     "3 amount 1 at 0; 90 d; light"},
    {"a drug by its number, as it was before drugs had names",
     "?case=dewan-2009&arm=8x3-anti-ctla-4&drugDoses=7&drugInterval=2&drugKind=0", "",
     "dewan-2009/8x3-anti-ctla-4 day 0 seed 1; mouse 60 25 0; rt 8+0 x3 every 1 at 1; drug antiP"
     "d1 x7 every 2 amount 1 at 3; 45 d"},
    {"a share link of a case: abscope-scenario/1, case by name", "",
     "#case=dewan-2009&arm=20x1&seed=5&day=9",
     "dewan-2009/20x1 day 9 seed 5; mouse 60 25 0; rt 20+0 x1 every 1 at 1; 45 d"},
    {"a share link of a plan of one's own: abscope-scenario/1", "",
     "#s=eyJmb3JtYXQiOiJhYnNjb3BlLXNjZW5hcmlvLzEiLCJwYXRpZW50Ijp7ImlycmFkaWF0ZWRNbTMiOjc3LCJkaXN"
     "0YW50TW0zIjoyNSwicmVzaXN0YW5jZSI6eyJwdGVuTG9zcyI6MC4zNX19LCJwbGFuIjp7InJhZGlhdGlvbiI6W3sia"
     "WQiOiJwcmltYXJ5Iiwic3RhcnQiOjEsImRvc2VHeSI6eyJpcnJhZGlhdGVkIjoxMn0sImZyYWN0aW9ucyI6M31dLCJ"
     "kcnVncyI6W3siaWQiOiJhbnRpLXBkLTEiLCJkcnVnIjoiYW50aVBkMSIsInN0YXJ0Ijp7ImFmdGVyIjoicHJpbWFye"
     "SIsImRheXMiOjN9LCJkb3NlcyI6NX1dLCJkYXlzIjo2MH19&day=12.25",
     "/ day 12.25 seed 1; mouse 77 25 0 ptenLoss=0.35; rt 12+0 x3 every 1 at 1; drug antiPd1 x5 "
     "every 3 amount 1 after primary 3; 60 d"},
    {"a human with all that a patient may have: abscope-scenario/1", "",
     "#s=eyJmb3JtYXQiOiJhYnNjb3BlLXNjZW5hcmlvLzEiLCJwYXRpZW50Ijp7InByZXNldCI6Imh1bWFuIiwiaXJyYWR"
     "pYXRlZE1tMyI6MTQwMDAsImRpc3RhbnRNbTMiOjQyMDAsImJsb29kRWZmZWN0b3JzIjoyLjUsInN1YmNsb25lIjp7I"
     "nNoYXJlIjowLjA1LCJtdXRhdGlvbnNQZXJEaXZpc2lvbiI6MC4wMDAxLCJyZXNpc3RhbmNlIjp7ImIybUxvc3MiOjF"
     "9fSwibWVjaGFuaXNtcyI6eyJYMDEiOjAuNX19LCJwbGFuIjp7InJhZGlhdGlvbiI6W3siaWQiOiJjaGVzdCIsInN0Y"
     "XJ0Ijp7Im9uIjoicHJvZ3Jlc3Npb24iLCJkYXlzIjoyfSwiZG9zZUd5Ijp7ImlycmFkaWF0ZWQiOjIsIm5vZGUiOjE"
     "uNSwiYmxvb2QiOjAuMjV9LCJmcmFjdGlvbnMiOjMwLCJza2lwV2Vla2VuZHMiOnRydWV9XSwiZHJ1Z3MiOlt7ImlkI"
     "joicGVtYnJvIiwiZHJ1ZyI6InBlbWJyb2xpenVtYWIiLCJzdGFydCI6MSwiZG9zZXMiOjksImludGVydmFsRGF5cyI"
     "6MjEsImFtb3VudCI6MC41fV0sImRheXMiOjE4MH19&seed=7",
     "/ day 0 seed 7; human 14000 4200 2.5 clone 0.05 0.0001 b2mLoss=1 X01=0.5; rt 2+0 node 1.5 "
     "blood 0.25 x30 every 1 weekdays on progression 2; drug pembrolizumab x9 every 21 amount 0."
     "5 at 1; 180 d"},
    {"a pin of a case, branched", "",
     "#s=eyJmb3JtYXQiOiJhYnNjb3BlLXNjZW5hcmlvLzEiLCJwYXRpZW50Ijp7ImlycmFkaWF0ZWRNbTMiOjc3LCJkaXN"
     "0YW50TW0zIjoyNSwicmVzaXN0YW5jZSI6eyJwdGVuTG9zcyI6MC4zNX19LCJwbGFuIjp7InJhZGlhdGlvbiI6W3sia"
     "WQiOiJwcmltYXJ5Iiwic3RhcnQiOjEsImRvc2VHeSI6eyJpcnJhZGlhdGVkIjoxMn0sImZyYWN0aW9ucyI6M31dLCJ"
     "kcnVncyI6W3siaWQiOiJhbnRpLXBkLTEiLCJkcnVnIjoiYW50aVBkMSIsInN0YXJ0Ijp7ImFmdGVyIjoicHJpbWFye"
     "SIsImRheXMiOjN9LCJkb3NlcyI6NX1dLCJkYXlzIjo2MH19&pin=dewan-2009/8x3&branch=4",
     "/ day 0 seed 1; mouse 77 25 0 ptenLoss=0.35; rt 12+0 x3 every 1 at 1; drug antiPd1 x5 ever"
     "y 3 amount 1 after primary 3; 60 d; pin dewan-2009/8x3 branch 4"},
    {"a pin of a plan of one's own, with the same patient", "",
     "#s=eyJmb3JtYXQiOiJhYnNjb3BlLXNjZW5hcmlvLzEiLCJwYXRpZW50Ijp7ImlycmFkaWF0ZWRNbTMiOjc3LCJkaXN"
     "0YW50TW0zIjoyNSwicmVzaXN0YW5jZSI6eyJwdGVuTG9zcyI6MC4zNX19LCJwbGFuIjp7InJhZGlhdGlvbiI6W3sia"
     "WQiOiJwcmltYXJ5Iiwic3RhcnQiOjEsImRvc2VHeSI6eyJpcnJhZGlhdGVkIjoxMn0sImZyYWN0aW9ucyI6M31dLCJ"
     "kcnVncyI6W3siaWQiOiJhbnRpLXBkLTEiLCJkcnVnIjoiYW50aVBkMSIsInN0YXJ0Ijp7ImFmdGVyIjoicHJpbWFye"
     "SIsImRheXMiOjN9LCJkb3NlcyI6NX1dLCJkYXlzIjo2MH19&pin=eyJmb3JtYXQiOiJhYnNjb3BlLXNjZW5hcmlvLz"
     "EiLCJwYXRpZW50Ijp7ImlycmFkaWF0ZWRNbTMiOjc3LCJkaXN0YW50TW0zIjoyNX0sInBsYW4iOnsicmFkaWF0aW9u"
     "IjpbeyJpZCI6InJ0LTEiLCJzdGFydCI6NSwiZG9zZUd5Ijp7ImlycmFkaWF0ZWQiOjgsImRpc3RhbnQiOjh9LCJmcm"
     "FjdGlvbnMiOjMsImludGVydmFsRGF5cyI6Mn1dLCJkYXlzIjo2MH19&pinHost=1",
     "/ day 0 seed 1; mouse 77 25 0 ptenLoss=0.35; rt 12+0 x3 every 1 at 1; drug antiPd1 x5 ever"
     "y 3 amount 1 after primary 3; 60 d; pin / mouse 77 25 0 ptenLoss=0.35; rt 8+8 x3 every 2 a"
     "t 5; 60 d"},
};

std::string number(double value) { return formatNumber(value, 7); }

std::string startOf(const Start& start) {
  switch (start.anchor) {
    case Anchor::day:
      return " at " + number(start.days);
    case Anchor::afterItem:
      return " after " + start.item + " " + number(start.days);
    case Anchor::progression:
      return " on progression " + number(start.days);
    default:
      return " on another event";
  }
}

std::string resistanceOf(const std::array<double, kResistanceCount>& levels) {
  std::string out;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i] > 0) out += " " + std::string(kResistanceIds[i]) + "=" + number(levels[i]);
  }
  return out;
}

std::string scenarioOf(const Scenario& scenario) {
  const Patient& patient = scenario.patient;
  std::string out = std::string(presetNames()[static_cast<std::size_t>(patient.preset)]) + " " +
                    number(patient.irradiatedMm3) + " " + number(patient.distantMm3) + " " +
                    number(patient.bloodEffectors) + resistanceOf(patient.resistance);
  if (patient.subclone.share > 0) {
    out += " clone " + number(patient.subclone.share) + " " +
           number(patient.subclone.mutationsPerDivision) +
           resistanceOf(patient.subclone.resistance);
  }
  for (int i = 0; i < kMechanismCount; ++i) {
    const auto id = static_cast<MechanismId>(i);
    const double strength = patient.strengths[id];
    if (strength != 1) out += " " + std::string(mechanismId(id)) + "=" + number(strength);
  }
  for (const RadiationItem& item : scenario.plan.radiation) {
    out += "; rt " + number(item.irradiatedGy) + "+" + number(item.distantGy);
    if (item.nodeGy) out += " node " + number(*item.nodeGy);
    if (item.bloodGy) out += " blood " + number(*item.bloodGy);
    out += " x" + std::to_string(item.fractions) + " every " + number(item.intervalDays);
    if (item.skipWeekends) out += " weekdays";
    out += startOf(item.start);
  }
  for (const DrugItem& item : scenario.plan.drugs) {
    out += "; drug " + std::string(drugInfo(item.drug).id) + " x" + std::to_string(item.doses) +
           " every " + number(item.intervalDays) + " amount " + number(item.amount) +
           startOf(item.start);
  }
  return out + "; " + number(scenario.plan.days) + " d";
}

std::string stateOf(const AppState& app) {
  const Document& document = app.document;
  std::string out = document.caseId + "/" + document.armId + " day " + number(app.view.day) +
                    " seed " + std::to_string(document.seed) + "; " + scenarioOf(document.scenario);
  if (document.pinned) {
    const Pinned& pinned = *document.pinned;
    out += "; pin " + pinned.caseId + "/" + pinned.armId;
    if (pinned.caseId.empty()) out += " " + scenarioOf(pinned.scenario);
    if (pinned.branchDay >= 0) out += " branch " + number(pinned.branchDay);
  }
  if (app.view.theme == Theme::print) out += "; light";
  return out;
}

}  // namespace

TEST_CASE("links of every format open what they always opened") {
  for (const Golden& golden : kGolden) {
    CAPTURE(golden.what);
    AppState app;
    start(app, golden.query, golden.hash);
    CHECK(stateOf(app) == golden.opens);
    for (const Toast& toast : app.toasts) CHECK(toast.message.text == "");
    // And what is shared from there opens the same again.
    AppState again;
    start(again, "", shareHash(app));
    if (app.view.theme == Theme::lecture) CHECK(stateOf(again) == golden.opens);
  }
}

TEST_CASE("a full plan is a link of at most 2,000 characters") {
  std::size_t longest = 0;
  for (const Case& item : cases()) {
    for (const Scenario& arm : item.arms) {
      AppState app;
      apply(app, LoadScenario{arm, {}, {}});  // as a plan of one's own, spelt out
      apply(app, SetControl{ControlId::seed, 999});
      apply(app, SetControl{ControlId::day, 12.25});
      const std::string hash = shareHash(app);
      CAPTURE(item.id);
      CHECK(hash.substr(0, 3) == "#s=");
      CHECK(hash.size() <= 2000);
      longest = std::max(longest, hash.size());
    }
  }
  CHECK(longest > 300);
  MESSAGE("the longest link of a plan in the cases has ", longest, " characters");
}

}  // namespace abscope

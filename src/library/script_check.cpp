#include "library/script_check.h"

#include <algorithm>

#include "core/format.h"
#include "core/json_writer.h"
#include "core/nearest_name.h"
#include "library/cases.h"
#include "library/fields.h"
#include "library/json_reader.h"

namespace abscope {
namespace {

class Check {
 public:
  explicit Check(const Script& script) : script_(script) {
    for (const Beat& beat : script.beats) ids_.push_back(beat.id);
  }

  Problems run() {
    for (std::size_t i = 0; i < script_.beats.size(); ++i) beat(i);
    return std::move(problems_);
  }

 private:
  void refuse(const std::string& place, const std::string& text) {
    problems_.errors.push_back({place, text});
  }

  // Names what was probably meant, or all there are.
  void unknown(const std::string& place, const std::string& what, const std::string& id,
               const std::vector<std::string_view>& known) {
    std::string text = "no " + what + " " + jsonQuoted(id);
    const std::string_view nearest = nearestName(id, known);
    if (!nearest.empty()) {
      text += "; did you mean " + jsonQuoted(nearest) + "?";
    } else if (known.size() <= kFew) {
      text += "; allowed: " + joined(known);
    }
    refuse(place, text);
  }

  void beat(std::size_t i) {
    const Beat& b = script_.beats[i];
    const std::string place = pathOf("$.beats", i);
    if (!b.id.empty() && firstWith(b.id) != i) {
      refuse(place + ".id", jsonQuoted(b.id) + " is already the id of another beat");
    }
    setUp(i, b, place);
    for (std::size_t k = 0; k < b.shown.kinds.size(); ++k) {
      const std::string& kind = b.shown.kinds[k];
      if (std::find(kShownKindIds.begin(), kShownKindIds.end(), kind) != kShownKindIds.end()) {
        continue;
      }
      unknown(pathOf(place + ".shown.kinds", k), "kind of cell is called", kind,
              {kShownKindIds.begin(), kShownKindIds.end()});
    }
    prediction(b, place);
    for (std::size_t k = 0; k < b.references.size(); ++k) {
      if (!citation(b.references[k]).empty()) continue;
      refuse(pathOf(place + ".references", k),
             "neither a case nor a reference of the catalogue has the id " +
                 jsonQuoted(b.references[k]));
    }
    for (std::size_t k = 0; k < b.claims.size(); ++k) {
      claim(b.claims[k], pathOf(place + ".claims", k));
    }
  }

  std::size_t firstWith(const std::string& id) const {
    return static_cast<std::size_t>(std::find(ids_.begin(), ids_.end(), id) - ids_.begin());
  }

  void setUp(std::size_t i, const Beat& b, const std::string& place) {
    if (!b.caseId.empty()) caseId_ = b.caseId;
    if (caseId_.empty()) return refuse(place + ".case", "the first beat needs a case");
    const Case* item = findCase(caseId_);
    if (!item) return refuse(place + ".case", "no case has the id " + jsonQuoted(caseId_));
    if (b.arm.empty() && !b.caseId.empty()) {
      return refuse(place + ".arm", "a case needs one of its arms");
    }
    if (!b.arm.empty() && !findArm(*item, b.arm)) {
      std::vector<std::string_view> arms;
      arms.reserve(item->arms.size());
      for (const Scenario& arm : item->arms) arms.push_back(arm.id);
      return unknown(place + ".arm", "arm of this case has the id", b.arm, arms);
    }
    const Scenario scenario = sceneOf(script_, static_cast<int>(i)).scenario;
    // What the arm says itself is checked with its case; here, what the changes make of it.
    Problems of = checkScenario(scenario, place + ".change");
    problems_.errors.insert(problems_.errors.end(), of.errors.begin(), of.errors.end());
    problems_.warnings.insert(problems_.warnings.end(), of.warnings.begin(), of.warnings.end());
    const auto inside = [&](const char* field, double day) {
      if (day <= scenario.plan.days) return;
      refuse(place + field, formatShortest(day) + " is after the end of the course, day " +
                                formatShortest(scenario.plan.days));
    };
    inside(".day", b.day);
    if (b.playTo) {
      inside(".playTo", *b.playTo);
      if (*b.playTo <= b.day) refuse(place + ".playTo", "must be after the day of the beat");
    }
  }

  void prediction(const Beat& b, const std::string& place) {
    const Prediction& p = b.prediction;
    if (p.question.empty()) {
      if (!p.choices.empty()) refuse(place + ".prediction.question", "choices need a question");
      return;
    }
    if (p.choices.size() < 2) {
      refuse(place + ".prediction.choices", "a vote needs two choices or more");
    }
    if (static_cast<std::size_t>(p.answer) > p.choices.size()) {
      refuse(place + ".prediction.answer", "there is no such choice");
    }
    if (!b.playTo) {
      refuse(place + ".playTo", "a prediction needs the day to which its future is shown");
    }
  }

  void claim(const Claim& c, const std::string& place) {
    const bool bound = c.low || c.high;
    const bool compared = c.isCompared();
    if (!c.against.empty() && !c.againstArm.empty()) {
      refuse(place + ".againstArm", "against already names a beat; leave one of them out");
    }
    if (const Case* item = findCase(caseId_);
        item && !c.againstArm.empty() && !findArm(*item, c.againstArm)) {
      refuse(place + ".againstArm", "no arm of the case " + caseId_ + " has this id");
    }
    if (!bound && !compared) refuse(place, "needs low or high, or something to be held against");
    if (c.low && c.high && *c.low > *c.high) refuse(place + ".low", "is above high");
    if (compared && c.direction == Direction::unstated) {
      refuse(place + ".direction", "what is held against something needs a direction");
    }
    if (!c.against.empty() && firstWith(c.against) == ids_.size()) {
      unknown(place + ".against", "beat has the id", c.against, {ids_.begin(), ids_.end()});
    }
  }

  static constexpr std::size_t kFew = 16;
  const Script& script_;
  std::vector<std::string> ids_;
  std::string caseId_;
  Problems problems_;
};

}  // namespace

Problems checkScript(const Script& script) { return Check(script).run(); }

}  // namespace abscope

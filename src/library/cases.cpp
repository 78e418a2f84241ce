#include "library/cases.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "core/json_writer.h"
#include "core/nearest_name.h"
#include "library/case_fields.h"
#include "library/embedded_assets.h"
#include "library/json_document.h"
#include "library/json_reader.h"
#include "library/problems.h"
#include "library/scenario_check.h"

namespace abscope {
namespace {

constexpr std::string_view kFolder = "assets/cases/";

// Interval around its number, number with its unit, animals in whole numbers.
void checkPublished(const Published& published, const std::string& place, Problems& problems) {
  const auto refuse = [&](const char* field, const char* text) {
    problems.errors.push_back({place + field, text});
  };
  if (published.value && published.unit.empty()) refuse(".unit", "a value needs its unit");
  if (!published.value && (published.low || published.high)) {
    refuse(".value", "an interval needs its value");
  }
  if (published.value && published.low && *published.low > *published.value) {
    refuse(".low", "is above the value");
  }
  if (published.value && published.high && *published.high < *published.value) {
    refuse(".high", "is below the value");
  }
  if (published.n && std::floor(*published.n) != *published.n) {
    refuse(".n", "must be a whole number");
  }
}

// Asked of the files' names: a population need not be read for this.
bool isPopulation(const std::string& id) {
  return findAsset("assets/population/" + id + ".json") != nullptr;
}

void checkCohort(const Case& item, const CohortReadout& cohort, const std::string& place,
                 Problems& problems) {
  const auto refuse = [&](const char* field, const char* text) {
    problems.errors.push_back({place + field, text});
  };
  for (const std::string* id : {&cohort.arm, &cohort.against}) {
    const Scenario* arm = findArm(item, *id);
    if (arm != nullptr && cohort.day > arm->plan.days) {
      refuse(".day", "is after the end of the arm's course");
      break;
    }
  }
  if (!cohort.population.empty() && !isPopulation(cohort.population)) {
    refuse(".population", "no population has this id");
  }
  if (cohort.median && !endpointInfo(cohort.endpoint).isTime) {
    refuse(".statistic", "a median needs an endpoint that is a time: alive or progression-free");
  }
  if (!cohort.median && cohort.published.value_or(0) > 100) {
    refuse(".published", "is a share in per cent: 0 to 100");
  }
  if (cohort.direction != Direction::unstated && cohort.against.empty()) {
    refuse(".direction", "needs an arm to be read against");
  }
}

// Arms are named by other fields: every such name must be one.
Problems checkCase(const Case& item) {
  Problems problems;
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < item.arms.size(); ++i) {
    const std::string& id = item.arms[i].id;
    if (!id.empty() && std::find(ids.begin(), ids.end(), id) != ids.end()) {
      problems.errors.push_back(
          {pathOf("$.arms", i) + ".id", jsonQuoted(id) + " is already the id of another arm"});
    }
    ids.push_back(id);
  }
  const auto mustBeArm = [&](const std::string& place, const std::string& id) {
    if (id.empty() || findArm(item, id) != nullptr) return;
    std::string text = "no arm has the id " + jsonQuoted(id);
    const std::string_view nearest = nearestName(id, ids);
    if (!nearest.empty()) text += "; did you mean " + jsonQuoted(nearest) + "?";
    problems.errors.push_back({place, text + "; ids: " + joined(ids)});
  };
  mustBeArm("$.defaultArm", item.defaultArm);
  mustBeArm("$.control", item.control);
  for (std::size_t i = 0; i < item.published.size(); ++i) {
    const std::string place = pathOf("$.published", i);
    mustBeArm(place + ".arm", item.published[i].arm);
    checkPublished(item.published[i], place, problems);
  }
  if (!item.outgrown.empty() && drugById(item.outgrown) == Drug::count) {
    problems.errors.push_back(
        {"$.outgrown", "no drug has the id " + jsonQuoted(item.outgrown) + "; see abscope drugs"});
  }
  if (!item.study.status.empty() && item.study.registration.empty()) {
    problems.errors.push_back({"$.study.registration", "a status needs the number of the trial"});
  }
  for (std::size_t i = 0; i < item.readouts.size(); ++i) {
    const Readout& readout = item.readouts[i];
    const std::string place = pathOf("$.readouts", i);
    mustBeArm(place + ".arm", readout.arm);
    mustBeArm(place + ".against", readout.against);
    const Scenario* arm = findArm(item, readout.arm);
    if (arm != nullptr && readout.day > arm->plan.days) {
      problems.errors.push_back({place + ".day", "is after the end of the arm's course"});
    }
    if (readout.direction != Direction::unstated && readout.against.empty()) {
      problems.errors.push_back({place + ".direction", "needs an arm to be read against"});
    }
  }
  for (std::size_t i = 0; i < item.cohorts.size(); ++i) {
    const CohortReadout& cohort = item.cohorts[i];
    const std::string place = pathOf("$.cohorts", i);
    mustBeArm(place + ".arm", cohort.arm);
    mustBeArm(place + ".against", cohort.against);
    checkCohort(item, cohort, place, problems);
  }
  return problems;
}

// The cases of the program, each read when it is first asked for: reading all of them takes longer
// than a frame.
class Shelf {
 public:
  Shelf() : assets_(assetsIn(kFolder)), cases_(assets_.size()), isRead_(assets_.size(), false) {}

  const std::vector<Case>& all() {
    for (std::size_t i = 0; i < assets_.size(); ++i) take(i);
    return cases_;
  }

  const Case* find(std::string_view id) {
    const std::string path = std::string(kFolder) + std::string(id) + ".json";
    for (std::size_t i = 0; i < assets_.size(); ++i) {
      if (assets_[i].path == path) return &take(i);
    }
    return nullptr;
  }

  std::size_t size() const { return assets_.size(); }
  const Case& take(std::size_t i) {
    if (!isRead_[i]) {
      ReadCase read = readCase(assets_[i].bytes);
      assert(read.errors.empty());  // a test reads every file of the folder
      cases_[i] = std::move(read.item);
      isRead_[i] = true;
    }
    return cases_[i];
  }

 private:
  std::span<const EmbeddedAsset> assets_;
  std::vector<Case> cases_;
  std::vector<bool> isRead_;
};

Shelf& shelf() {
  static Shelf instance;
  return instance;
}

}  // namespace

const Scenario* findArm(const Case& item, std::string_view id) {
  const auto found = std::find_if(item.arms.begin(), item.arms.end(),
                                  [id](const Scenario& arm) { return arm.id == id; });
  return found == item.arms.end() ? nullptr : &*found;
}

Population populationFor(const Case& item, const Population& population) {
  Population who = population;
  if (!item.outgrown.empty()) who.outgrown = drugById(item.outgrown);
  return who;
}

const std::vector<Case>& cases() { return shelf().all(); }

std::size_t caseCount() { return shelf().size(); }

const Case& caseAt(std::size_t index) { return shelf().take(index); }

const Case* findCase(std::string_view id) { return shelf().find(id); }

ReadCase readCase(std::string_view json) {
  ReadCase result;
  const bool isRead = readDocument(
      json, result.errors, [&](FieldVisitor& visitor) { describeCase(visitor, result.item); });
  if (!isRead) return result;
  Problems problems = checkCase(result.item);
  for (std::size_t i = 0; i < result.item.arms.size(); ++i) {
    Problems ofArm = checkScenario(result.item.arms[i], pathOf("$.arms", i));
    problems.errors.insert(problems.errors.end(), ofArm.errors.begin(), ofArm.errors.end());
    problems.warnings.insert(problems.warnings.end(), ofArm.warnings.begin(), ofArm.warnings.end());
  }
  addProblems(problems, result.errors, result.warnings);
  return result;
}

std::string writeCase(const Case& item) {
  Case copy = item;
  return writeDocument([&](FieldVisitor& visitor) { describeCase(visitor, copy); });
}

std::string caseSchema() {
  Case scratch;
  return schemaDocument(
      {"urn:abscope:case:1", "Abscope case", "A published study as arms that the lab can run."},
      [&](FieldVisitor& visitor) { describeCase(visitor, scratch); });
}

}  // namespace abscope

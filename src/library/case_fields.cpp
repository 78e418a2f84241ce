#include "library/case_fields.h"

#include <array>

#include "library/scenario_fields.h"

namespace abscope {
namespace {

constexpr TextRule kName{64, true};
constexpr TextRule kLine{200};
constexpr TextRule kUnit{40};
constexpr TextRule kParagraph{1200};
constexpr std::size_t kMostArms = 24, kMostEntries = 40;
constexpr int kMostInCohort = 1000;

constexpr auto kQuantities = [] {
  std::array<std::string_view, kQuantityCount> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kQuantityInfo[i].name;
  return names;
}();

constexpr auto kEndpoints = [] {
  std::array<std::string_view, kEndpointCount> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kEndpointInfo[i].id;
  return names;
}();
constexpr std::array<std::string_view, 2> kStatistics = {"share", "median"};

// Wide enough for anything that a paper may print.
constexpr double kLargest = 1e9;

void describeStudy(FieldVisitor& visitor, Study& study) {
  visitor.text({"authors", "first author and others", true}, kLine, study.authors);
  visitor.text({"journal", "journal, volume and pages", true}, kLine, study.journal);
  visitor.integer({"year", "year of publication", true}, 1900, 2100, study.year, 0);
  visitor.text({"doi", "digital object identifier"}, kLine, study.doi);
  visitor.text({"pmid", "PubMed number"}, kLine, study.pmid);
  visitor.text({"registration", "number of the trial in a register"}, kLine, study.registration);
  visitor.text({"status", "state and result of a registered trial, with the date"}, kParagraph,
               study.status);
  visitor.texts({"inventory", "ids in the inventory of the review"}, kName, kMostEntries,
                study.inventory);
}

void describePublished(FieldVisitor& visitor, Published& published) {
  visitor.text({"readout", "what was measured", true}, kLine, published.readout);
  visitor.text({"result", "what came out", true}, kParagraph, published.result);
  visitor.text({"source", "where it says so", true}, kLine, published.source);
  visitor.text({"arm", "id of the arm that it was found in"}, kName, published.arm);
  const NumberRule anything{-kLargest, kLargest, "in the unit of the field unit"};
  visitor.optionalNumber({"value", "the number"}, anything, published.value);
  visitor.optionalNumber({"low", "low end of its interval, 95 % unless the result says otherwise"},
                         anything, published.low);
  visitor.optionalNumber({"high", "high end of its interval"}, anything, published.high);
  visitor.text({"unit", "unit of the number"}, kUnit, published.unit);
  visitor.optionalNumber({"n", "animals, patients or lesions that it is of"},
                         {1, kLargest, "whole number"}, published.n);
}

void describeDifference(FieldVisitor& visitor, Difference& difference) {
  visitor.text({"review", "what the review says", true}, kParagraph, difference.review);
  visitor.text({"primary", "what the primary source says; the case follows it", true}, kParagraph,
               difference.primary);
  visitor.text({"entry", "number in the list of differences", true}, kName, difference.entry);
}

void describeDirection(FieldVisitor& visitor, Direction& direction) {
  int index = static_cast<int>(direction);
  visitor.choice({"direction", "the expected direction for machines"}, kDirectionIds, index,
                 static_cast<int>(Direction::unstated));
  direction = static_cast<Direction>(index);
}

void describeReadout(FieldVisitor& visitor, Readout& readout) {
  visitor.text({"name", "name for people", true}, kLine, readout.name);
  int quantity = static_cast<int>(readout.quantity);
  visitor.choice({"quantity", "what is read off the course", true}, kQuantities, quantity, 0);
  readout.quantity = static_cast<Quantity>(quantity);
  visitor.number({"day", "day of the course", true}, {0, kMaxCourseDays, "days"}, readout.day, 0);
  visitor.text({"arm", "id of the arm", true}, kName, readout.arm);
  visitor.text({"against", "id of the arm that it is divided by"}, kName, readout.against);
  visitor.text({"expected", "the direction, as published unless it says otherwise", true}, kLine,
               readout.expected);
  describeDirection(visitor, readout.direction);
  visitor.text({"target", "id of the calibration target"}, kName, readout.target);
  visitor.text({"proxy", "what it stands for, where the model has not the thing itself"}, kLine,
               readout.proxy);
}

void describeCohort(FieldVisitor& visitor, CohortReadout& cohort) {
  visitor.text({"name", "name for people", true}, kLine, cohort.name);
  int endpoint = static_cast<int>(cohort.endpoint);
  visitor.choice({"endpoint", "what is counted in each animal or patient", true}, kEndpoints,
                 endpoint, 0);
  cohort.endpoint = static_cast<Endpoint>(endpoint);
  int statistic = cohort.median ? 1 : 0;
  visitor.choice({"statistic", "share of them, or day by which half of them have had the event"},
                 kStatistics, statistic, 0);
  cohort.median = statistic == 1;
  visitor.number({"day", "by which", true}, {1, kMaxCourseDays, "days"}, cohort.day, 0);
  visitor.text({"arm", "id of the arm", true}, kName, cohort.arm);
  visitor.text({"against", "id of the arm that it is held against"}, kName, cohort.against);
  visitor.text({"population", "id of the population; else the usual one of the preset"}, kName,
               cohort.population);
  visitor.integer({"n", "animals or patients an arm"}, 10, kMostInCohort, cohort.n, 100);
  visitor.optionalNumber(
      {"belowMm3",
       "volume of both tumours that stands for death, or that the distant one is held "
       "below"},
      {kMinVolumeMm3, 2 * kMaxVolumeMm3, "mm3"}, cohort.belowMm3);
  visitor.optionalNumber({"published", "the published number"},
                         {0, kMaxCourseDays, "per cent, or days for a median"}, cohort.published);
  visitor.optionalNumber({"publishedN", "animals or patients that it is of"},
                         {1, kLargest, "whole number"}, cohort.publishedN);
  visitor.text({"expected", "the direction, as published unless it says otherwise", true}, kLine,
               cohort.expected);
  describeDirection(visitor, cohort.direction);
  visitor.text({"proxy", "what it stands for, where the model has not the thing itself"}, kLine,
               cohort.proxy);
}

}  // namespace

void describeCase(FieldVisitor& visitor, Case& item) {
  visitor.constant({"format", "what kind of file this is", true}, kCaseFormat);
  visitor.text({"id", "name for files and links; the name of the file", true}, kName, item.id);
  visitor.text({"title", "name for people", true}, kLine, item.title);
  visitor.object({"study", "where it was published", true},
                 [&](FieldVisitor& v) { describeStudy(v, item.study); });
  visitor.text({"question", "one sentence for a student", true}, kLine, item.question);
  visitor.text({"lesson", "what the study teaches and where the lab simplifies it", true},
               kParagraph, item.lesson);
  visitor.list({"published", "results as published, in our words"},
               listOf(item.published, 0, kMostEntries, describePublished));
  visitor.list({"differences", "where the review and the primary source differ"},
               listOf(item.differences, 0, kMostEntries, describeDifference));
  visitor.text({"outgrown",
                "id of a drug under which the patients' distant tumours have progressed: whom a "
                "cohort takes"},
               kName, item.outgrown);
  visitor.list({"arms", "what can be run", true}, listOf(item.arms, 1, kMostArms, describeArm));
  visitor.text({"defaultArm", "id of the arm that opens first", true}, kName, item.defaultArm);
  visitor.text({"control", "id of the arm that the others are held against", true}, kName,
               item.control);
  visitor.list({"readouts", "what to compare"},
               listOf(item.readouts, 0, kMostEntries, describeReadout));
  visitor.list({"cohorts", "what to count in many who differ"},
               listOf(item.cohorts, 0, kMostEntries, describeCohort));
}

}  // namespace abscope

#pragma once
// A course as text: JSON (stable and versioned), CSV, or a few lines for people.
#include <string>
#include <string_view>
#include <vector>

#include "cli/series.h"
#include "core/json_writer.h"
#include "model/scenario.h"
#include "model/summary.h"

namespace abscope {

inline constexpr std::string_view kCourseFormat = "abscope-course/1";

// What was run, for the head of the output.
struct RunOf {
  std::string caseId;  // empty for a scenario of its own
  Scenario scenario;
};

std::string courseJson(const RunOf& run, const Course& course, const std::vector<Column>& columns,
                       const std::vector<Moment>& moments);
std::string courseCsv(const std::vector<Column>& columns, const std::vector<Moment>& moments);
std::string summaryJson(const RunOf& run, const Course& course);
std::string summaryText(const RunOf& run, const Course& course);

}  // namespace abscope

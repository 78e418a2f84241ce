#include "science/targets_file.h"

#include <cmath>
#include <cstdio>
#include <fstream>

#include <nlohmann/json.hpp>

namespace abscope {

std::vector<TargetRange> readTargetRanges(const std::string& path, std::string& problem) {
  std::ifstream file(path);
  if (!file) {
    problem = path + ": cannot be opened";
    return {};
  }
  const nlohmann::json document = nlohmann::json::parse(file, nullptr, false);
  if (document.is_discarded() || !document.contains("targets")) {
    problem = path + ": not the JSON of the targets";
    return {};
  }
  std::vector<TargetRange> ranges;
  for (const nlohmann::json& entry : document["targets"]) {
    TargetRange range;
    range.id = entry["id"].get<std::string>();
    if (!entry["range"][0].is_null()) range.low = entry["range"][0].get<double>();
    if (!entry["range"][1].is_null()) range.high = entry["range"][1].get<double>();
    if (entry.contains("farSide")) range.farSide = entry["farSide"].get<double>();
    ranges.push_back(range);
  }
  return ranges;
}

std::string targetsFilePath() { return ABSCOPE_SOURCE_DIR "/tests/science/targets.json"; }

std::string describe(const TargetResult& result) {
  char line[160];
  const char* verdict = !result.met           ? "NOT MET"
                        : result.exaggerated  ? "met, exaggerated"
                        : result.margin < 1.0 ? "met, no margin"
                                              : "met with margin";
  char low[16] = "", high[16] = "";
  if (std::isfinite(result.low)) std::snprintf(low, sizeof low, "%g", result.low);
  if (std::isfinite(result.high)) std::snprintf(high, sizeof high, "%g", result.high);
  std::snprintf(line, sizeof line, "%-5s %11.4g  [%5s, %4s]  margin %7.2f  %s",
                std::string(result.id).c_str(), result.value, low, high, result.margin, verdict);
  return line;
}

}  // namespace abscope

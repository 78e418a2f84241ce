#pragma once
// The directions of the literature that the mouse must show, with source and allowed range, from
// tests/science/targets.json: the same file that the tests read travels inside the program.
#include <optional>
#include <string>
#include <vector>

namespace abscope {

struct PublishedTarget {
  std::string id;
  std::string source;
  std::vector<std::string> arms;
  std::string readout;
  std::optional<double> low, high;  // none: open
  std::optional<double> farSide;    // beyond it the direction is right, but exaggerated
};

// In the order of the file.
const std::vector<PublishedTarget>& publishedTargets();
// How the arms are to be read, as the file says it: volumes, days and drugs of the usual mouse.
const std::string& publishedTargetNotation();

}  // namespace abscope

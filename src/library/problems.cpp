#include "library/problems.h"

#include <algorithm>

namespace abscope {
namespace {

bool isAtOrAbove(const std::string& place, const std::string& other) {
  return other.size() >= place.size() && other.compare(0, place.size(), place) == 0 &&
         (other.size() == place.size() || other[place.size()] == '.' || other[place.size()] == '[');
}

}  // namespace

void addProblems(const Problems& problems, std::vector<Message>& errors,
                 std::vector<Message>& warnings) {
  const std::vector<Message> known = errors;
  const auto isConsequence = [&known](const Message& problem) {
    return std::any_of(known.begin(), known.end(), [&problem](const Message& message) {
      return isAtOrAbove(problem.place, message.place);
    });
  };
  for (const Message& problem : problems.errors) {
    if (!isConsequence(problem)) errors.push_back(problem);
  }
  if (!known.empty()) return;  // values that are wrong would give wrong warnings
  warnings.insert(warnings.end(), problems.warnings.begin(), problems.warnings.end());
}

}  // namespace abscope

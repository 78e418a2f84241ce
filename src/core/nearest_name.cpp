#include "core/nearest_name.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace abscope {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

int editDistance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> twoBack(width), back(width), row(width);
  for (std::size_t j = 0; j < width; ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    twoBack.swap(back);
    back.swap(row);
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const char x = lower(a[i - 1]), y = lower(b[j - 1]);
      int best = std::min({back[j] + 1, row[j - 1] + 1, back[j - 1] + (x == y ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y && x != y;
      if (swapped) best = std::min(best, twoBack[j - 2] + 1);
      row[j] = best;
    }
  }
  return row[b.size()];
}

std::string_view nearestName(std::string_view name, std::span<const std::string_view> known) {
  constexpr std::size_t kLongest = 64;  // no name is longer; keeps hostile input cheap
  if (name.empty() || name.size() > kLongest) return {};
  std::string_view nearest;
  int fewest = static_cast<int>(name.size()) / 3 + 1;
  for (std::string_view candidate : known) {
    const int edits = editDistance(name, candidate);
    if (edits > fewest || (edits == fewest && !nearest.empty())) continue;
    if (edits >= static_cast<int>(candidate.size())) continue;  // nothing in common
    nearest = candidate;
    fewest = edits;
  }
  return nearest;
}

}  // namespace abscope

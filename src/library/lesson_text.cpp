#include "library/lesson_text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/json_writer.h"
#include "core/nearest_name.h"
#include "library/script_check.h"

namespace abscope {
namespace {

bool readDay(std::string_view text, double& day) {
  const std::string copy(text);
  char* end = nullptr;
  day = std::strtod(copy.c_str(), &end);
  return !copy.empty() && *end == 0 && std::isfinite(day) && day >= 0 && day <= kMaxCourseDays;
}

std::string unknown(std::string_view what, std::string_view name,
                    std::span<const std::string_view> known) {
  std::string text = "no " + std::string(what) + " is called " + jsonQuoted(name);
  const std::string_view nearest = nearestName(name, known);
  if (!nearest.empty()) text += "; did you mean " + jsonQuoted(nearest) + "?";
  return text;
}

std::string readWhy(std::string_view hole, LessonPiece& piece) {
  const std::size_t first = hole.find(' '), second = hole.find(' ', first + 1);
  if (first == hole.npos || second == hole.npos) {
    return "needs {why site kind day}, such as {why distant cd8Effector 12}";
  }
  const std::string_view site = hole.substr(0, first);
  const std::string_view kind = hole.substr(first + 1, second - first - 1);
  if (site != "distant" && site != "irradiated") {
    return "the site of {why site kind day} is irradiated or distant";
  }
  const auto found = std::find(kShownKindIds.begin(), kShownKindIds.end(), kind);
  if (found == kShownKindIds.end()) return unknown("kind of cell", kind, kShownKindIds);
  piece.part = LessonPart::why;
  piece.distant = site == "distant";
  piece.kind = static_cast<int>(found - kShownKindIds.begin());
  return readDay(hole.substr(second + 1), piece.day) ? "" : "the day of {why ...} is not a day";
}

std::string readHole(std::string_view hole, LessonPiece& piece) {
  constexpr std::string_view kWhy = "why ";
  if (hole.substr(0, kWhy.size()) == kWhy) return readWhy(hole.substr(kWhy.size()), piece);
  const std::size_t at = hole.find('@');
  const std::string_view name = hole.substr(0, at);
  static constexpr auto kNames = [] {
    std::array<std::string_view, kQuantityCount> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kQuantityInfo[i].name;
    return names;
  }();
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return unknown("quantity", name, kNames);
  if (at == hole.npos) return "needs a day, such as {" + std::string(name) + "@20}";
  std::string_view day = hole.substr(at + 1);
  const std::size_t colon = day.find(':');
  if (colon != day.npos) piece.beat = day.substr(colon + 1);
  day = day.substr(0, colon);
  piece.part = LessonPart::quantity;
  piece.quantity = static_cast<Quantity>(found - kNames.begin());
  return readDay(day, piece.day) ? "" : "the day of {" + std::string(hole) + "} is not a day";
}

}  // namespace

LessonPieces piecesOf(std::string_view text) {
  LessonPieces result;
  while (!text.empty()) {
    LessonPiece piece;
    const std::size_t open = text.find('{');
    if (open != 0) {
      piece.words = text.substr(0, open);
      text.remove_prefix(std::min(open, text.size()));
    } else {
      const std::size_t close = text.find('}');
      if (close == text.npos) {
        result.error = "an opening brace without a closing one";
        return result;
      }
      result.error = readHole(text.substr(1, close - 1), piece);
      if (!result.error.empty()) return result;
      text.remove_prefix(close + 1);
    }
    result.pieces.push_back(piece);
  }
  return result;
}

}  // namespace abscope

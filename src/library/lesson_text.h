#pragma once
// Texts of a lesson with holes that are read off the run at hand:
//   {distantVolume@20}          a quantity of this course on day 20
//   {distantVolume@20:other}    of the course of the beat called "other"
//   {why distant cd8Effector 12} what moved that curve about day 12, with its leading fluxes
#include <string>
#include <string_view>
#include <vector>

#include "library/scripts.h"

namespace abscope {

enum class LessonPart : int { words, quantity, why };

struct LessonPiece {
  LessonPart part = LessonPart::words;
  std::string_view words;  // of the text that was read
  Quantity quantity = Quantity::irradiatedVolume;
  std::string_view beat;  // empty: this run
  int kind = 0;           // index into kShownKindIds
  bool distant = false;
  double day = 0;
};

struct LessonPieces {
  std::vector<LessonPiece> pieces;
  std::string error;  // of the first hole that cannot be read, with the mend
};
LessonPieces piecesOf(std::string_view text);

}  // namespace abscope

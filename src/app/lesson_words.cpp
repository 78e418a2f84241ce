#include "app/lesson_words.h"

#include <algorithm>
#include <cmath>

#include "app/text_buffer.h"
#include "app/why_text.h"
#include "core/format.h"
#include "library/lesson_text.h"
#include "library/text.h"
#include "trial/quantity_value.h"

namespace abscope {
namespace {

double valueIn(const AppState& app, const LessonPiece& piece) {
  if (piece.beat.empty()) return quantityValue(app.derived.course, piece.quantity, piece.day);
  const Script& script = app.lesson.lesson->script;
  const auto found = std::find_if(script.beats.begin(), script.beats.end(),
                                  [&piece](const Beat& beat) { return beat.id == piece.beat; });
  const Scenario scenario =
      sceneOf(script, static_cast<int>(found - script.beats.begin())).scenario;
  SolveOptions options;
  options.fluxIntegrals = false;
  return quantityValue(solve(scenario.patient, scenario.plan, options), piece.quantity, piece.day);
}

}  // namespace

std::string quantityText(Quantity quantity, double value) {
  const std::string_view unit = quantityInfo(quantity).unit;
  if (unit == "share") return formatPercent(value);
  if (unit == "%") {
    return (value > 0 ? "+" : "") + formatNumber(std::round(value), 4) + "\u00a0%";
  }
  std::string text = formatNumber(value, 2);
  if (unit == "mm3") text += "\u00a0" + std::string(tr("unit.mm3"));
  if (unit == "10^6 cells") text += "\u00a0" + std::string(tr("unit.millionCells"));
  if (unit == "d") text += "\u00a0" + std::string(tr("unit.days"));
  return text;
}

std::string filledForRun(const AppState& app, std::string_view text) {
  std::string out;
  for (const LessonPiece& piece : piecesOf(text).pieces) {
    switch (piece.part) {
      case LessonPart::words:
        out += piece.words;
        break;
      case LessonPart::quantity:
        out += quantityText(piece.quantity, valueIn(app, piece));
        break;
      case LessonPart::why: {
        TextBuffer<512> sentence;
        addExplanation(
            explainCurve(app.derived.course, piece.day, static_cast<CellKind>(piece.kind),
                         piece.distant ? Site::distant : Site::irradiated),
            sentence);
        out += sentence.view();
        break;
      }
    }
  }
  return out;
}

}  // namespace abscope

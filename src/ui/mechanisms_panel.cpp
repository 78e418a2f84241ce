// How strong each mechanism is, group by group; and what is known and not simulated.
#include "app/control_words.h"
#include "library/mechanisms.h"
#include "library/text.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void paragraph(const Ui& ui, Rect& rect, ImU32 colour, std::string_view text) {
  const float height = drawParagraph(ImGui::GetWindowDrawList(), Face::small, rect.min(), rect.w,
                                     colour, colour, text);
  rect.cutTop(height + ui.px(6));
}

std::string_view headingOf(char group) {
  switch (group) {
    case 'X':
      return tr("mechanisms.X");
    case 'N':
      return tr("mechanisms.N");
    case 'R':
      return tr("mechanisms.R");
    case 'P':
      return tr("mechanisms.P");
    case 'H':
      return tr("mechanisms.H");
    case 'S':
      return tr("mechanisms.S");
    default:
      return tr("mechanisms.L");
  }
}

}  // namespace

float mechanismsPanel(const Ui& ui, Rect rect) {
  const float top = rect.y;
  paragraph(ui, rect, ui.colours.dim, tr("mechanisms.about"));
  char group = 0;
  for (int i = 0; i < kMechanismCount; ++i) {
    const auto mechanism = static_cast<MechanismId>(i);
    const char first = mechanismId(mechanism)[0];
    if (first != group) headingRow(ui, rect, headingOf(first));
    group = first;
    slider(ui, controlOf(mechanism), rect.cutTop(sliderHeight(ui)));
    rect.cutTop(ui.px(6));
  }
  headingRow(ui, rect, tr("mechanisms.notSimulated"));
  for (const Mechanism& row : catalogue().mechanisms) {
    if (row.simulated) continue;
    paragraph(ui, rect, ui.colours.text, translated(row.title));
    paragraph(ui, rect, ui.colours.dim, translated(row.reason));
  }
  return rect.y - top;
}

}  // namespace abscope

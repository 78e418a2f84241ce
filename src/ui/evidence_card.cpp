#include "ui/evidence_card.h"

#include <algorithm>

#include "library/text.h"

namespace abscope {
namespace {

std::string_view verdictKey(Verdict verdict) {
  constexpr std::string_view kKeys[] = {"evidence.verdict.unmet", "evidence.verdict.exaggerated",
                                        "evidence.verdict.thin", "evidence.verdict.met",
                                        "evidence.verdict.none"};
  return kKeys[static_cast<std::size_t>(verdict)];
}

// Measures with a null list, draws with one. Returns the height.
float paragraphs(const Ui& ui, ImDrawList* list, ImVec2 at, float width, const EvidenceRow& row) {
  const Palette& c = ui.colours;
  float y = at.y;
  const auto add = [&](Face face, ImU32 colour, std::string_view text, float gap) {
    if (text.empty()) return;
    y += drawParagraph(list, face, {at.x, y}, width, colour, c.accentText, text) + ui.px(gap);
  };
  TextBuffer<320> title;
  if (!row.mark.empty()) title.add(row.mark).add(" ");
  title.add(row.title);
  TextBuffer<200> numbers;
  numbers.addFilled(tr("evidence.cardOurs"), {{"value", row.ours}, {"wanted", row.wanted}});
  add(Face::strong, c.text, title, 4);
  add(Face::small, c.dim, row.detail, 6);
  add(Face::small, c.text, numbers, 0);
  add(Face::small, c.text, tr(verdictKey(row.verdict)), 6);
  if (row.opens) add(Face::small, c.accentText, tr("help.openEvidence"), 0);
  return y - at.y;
}

}  // namespace

void evidenceCard(const Ui& ui, const Rect& row, const EvidenceRow& content) {
  if (ui.narrow) return;  // a finger covers what it points at
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const float pad = ui.px(11), width = ui.px(420);
  const float height = paragraphs(ui, nullptr, {0, 0}, width - 2 * pad, content) + 2 * pad;
  const ImVec2 screen = ImGui::GetIO().DisplaySize, mouse = ImGui::GetIO().MousePos;
  const bool below = row.bottom() + ui.px(6) + height < screen.y;
  const Rect rect{std::clamp(mouse.x + ui.px(16), ui.px(4), screen.x - width - ui.px(4)),
                  below ? row.bottom() + ui.px(6) : std::max(ui.px(4), row.y - ui.px(6) - height),
                  width, height};
  list.AddRectFilled(rect.min(), rect.max(), mix(ui.colours.panel, ui.colours.raised, 0.6f),
                     ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.axis, ui.px(8));
  paragraphs(ui, &list, {rect.x + pad, rect.y + pad}, width - 2 * pad, content);
}

}  // namespace abscope

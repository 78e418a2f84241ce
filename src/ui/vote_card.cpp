// The question to the class and the hands that went up; it stays beside the result.
#include <algorithm>

#include <imgui_internal.h>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/number_field.h"
#include "ui/panels.h"
#include "ui/twins.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void handButton(const Ui& ui, ControlId id, int choice, const Rect& rect, std::string_view sign,
                int by) {
  ButtonLook look;
  look.text = sign;
  ImGui::PushButtonRepeat(true);  // two hundred hands are not two hundred clicks
  if (button(ui, id, choice, rect, look)) ui.out.push_back(CountHands{choice, by});
  ImGui::PopButtonRepeat();
}

// One choice: its words, its bar, and how many hands.
void choiceRow(const Ui& ui, Rect row, int choice, const Beat& beat, const Ballot& ballot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Palette& c = ui.colours;
  const bool right = ballot.told && beat.prediction.answer == choice + 1;
  const int hands = ballot.hands[static_cast<std::size_t>(choice)];
  const int most = std::max(1, *std::max_element(ballot.hands.begin(), ballot.hands.end()));
  const float side = std::min(ui.px(ui.narrow ? 44.0f : 26.0f), row.h);
  Rect words = row.cutTop(std::max(row.h - side, fontSize(Face::small) * 1.2f));
  TextBuffer<96> text;
  text.addInteger(choice + 1)
      .add("  ")
      .add(translated(beat.prediction.choices[static_cast<std::size_t>(choice)]));
  if (right) text.add("  \u2713");
  drawFittedText(list, right ? Face::strong : Face::body, {words.x, words.middle().y}, words.w,
                 right ? c.activating : c.text, text);
  const Rect more = row.cutRight(side);
  row.cutRight(ui.px(4));
  const Rect fewer = row.cutRight(side);
  row.cutRight(ui.px(6));
  handButton(ui, ControlId::fewerHands, choice, fewer, "\u2212", -1);
  handButton(ui, ControlId::moreHands, choice, more, "+", 1);
  const float tall = std::min(row.h, ui.px(ui.narrow ? 32.0f : 22.0f));
  const Rect number{row.right() - ui.px(52), row.middle().y - tall / 2, ui.px(52), tall};
  row.cutRight(numberField(ui, ControlId::hands, number, hands, static_cast<Part>(choice), choice));
  nameTwin(ui, ControlId::hands, choice, beat.prediction.choices[static_cast<std::size_t>(choice)]);
  row.cutRight(ui.px(6));
  const Rect track{row.x, row.middle().y - ui.px(9), row.w, ui.px(18)};
  list.AddRectFilled(track.min(), track.max(), c.raised, ui.px(4));
  const float share = static_cast<float>(hands) / static_cast<float>(most);
  if (hands > 0) {
    list.AddRectFilled(track.min(), {track.x + track.w * share, track.bottom()},
                       right ? c.activating : c.accent, ui.px(4));
  }
}

}  // namespace

void voteCard(const Ui& ui, const Rect& rect) {
  const Beat* beat = ui.app.presenter.now();
  if (!beat) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawPanel(list, ui, rect);
  list.PushClipRect(rect.min(), rect.max(), true);
  Rect inner = rect.inset(ui.px(9));
  const float used = drawParagraph(&list, Face::strong, inner.min(), inner.w, ui.colours.text,
                                   ui.colours.text, translated(beat->prediction.question));
  inner.cutTop(used + ui.px(6));
  const auto count = static_cast<int>(beat->prediction.choices.size());
  const float height =
      std::min(ui.px(ui.narrow ? 58.0f : 48.0f), inner.h / static_cast<float>(count));
  for (int i = 0; i < count; ++i) {
    Rect row = inner.cutTop(height);
    row.cutBottom(ui.px(3));
    choiceRow(ui, row, i, *beat, *ui.app.presenter.ballot());
  }
  list.PopClipRect();
}

}  // namespace abscope

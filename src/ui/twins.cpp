#include "ui/twins.h"

#include <algorithm>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"

namespace abscope {

void nameTwin(const Ui&, ControlId id, int instance, std::string_view name, std::string_view more) {
  if (!controlList().listening()) return;
  TextBuffer<800> text;
  text.addFilled(tr("mirror.named"), {{"control", labelOf(id)}, {"name", name}});
  if (!more.empty()) text.add(", ").add(more);
  controlList().name(id, instance, text);
}

double twinRange(const Ui& ui, ControlId id, double value, Range shown, Range allowed) {
  ControlList& twins = controlList();
  twins.range(ui, id, value, shown.low, shown.high);
  const std::optional<double> asked = twins.takeValue(id, kNoInstance, value);
  if (!asked || !controlEnabled(ui.app, id)) return value;
  const double to = std::clamp(*asked, allowed.low, allowed.high);
  if (to != value) ui.out.push_back(SetControl{id, to});
  return to;
}

void twinField(const Ui& ui, ControlId id, int instance, int item, const Rect& rect) {
  ControlList& twins = controlList();
  twins.noteField(ui, id, instance, item, rect);
  const double value = controlValue(ui.app, id, item);
  const std::optional<double> asked = twins.takeValue(id, instance, value);
  if (!asked || !controlEnabled(ui.app, id, item)) return;
  const ControlInfo& info = controlInfo(id);
  const double to = std::clamp(*asked, info.low, info.high);
  if (to != value) ui.out.push_back(SetControl{id, to, item});
}

void twinList(const Ui& ui, ControlId id, ChoiceText text, std::span<const ChoiceLine> lines) {
  ControlList& twins = controlList();
  if (!twins.listening()) return;
  twins.select(id, static_cast<int>(controlValue(ui.app, id)));
  const int count = choiceCount(ui.app, id);
  const auto add = [&](int choice) {
    TextBuffer<160> words;
    if (text) text(ui, choice, words);
    twins.addChoice(id, choice, text ? words.view() : choiceText(id, choice));
  };
  if (lines.empty()) {
    for (int i = 0; i < count; ++i) add(i);
  }
  for (const ChoiceLine& line : lines) {
    if (line.choice >= 0) add(line.choice);
  }
  const std::optional<double> asked = twins.takeValue(id, kNoInstance, controlValue(ui.app, id));
  if (!asked || *asked < 0 || *asked >= count || !controlEnabled(ui.app, id)) return;
  ui.out.push_back(SetControl{id, *asked});
  ui.out.push_back(EndGesture{});
}

}  // namespace abscope

#include "ui/twin_check.h"

#include <doctest/doctest.h>

#include "app/text_buffer.h"
#include "ui/control_list.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

std::string nameOf(const ControlNote& note) {
  TextBuffer<64> name;
  addWidgetName(note.id, note.instance, name);
  return std::string(name.view().substr(3));
}

// Those in sight, or all; what has scrolled away lies at an edge, one pixel high or wide.
std::set<std::string> twinNames(bool all) {
  std::set<std::string> names;
  for (const ControlNote& note : controlList().notes()) {
    if (all || (note.w > 1 && note.h > 1)) names.insert(nameOf(note));
  }
  return names;
}

// Parts of a control ("rtDose/less") have the control's own twin, and so has the end of an item.
bool isPart(const std::string& widget) {
  for (const char* part : {"/less", "/more", "/value", "/timelineLess", "/timelineMore"}) {
    if (widget.ends_with(part)) return true;
  }
  return widget == "timelineEnd";
}

std::set<std::string> widgetNames(const UiDriver& ui) {
  std::set<std::string> names;
  for (const auto& [key, widget] : ui.widgets()) {
    const std::string name = key.substr(0, key.find('/'));
    if (controlByName(name) != ControlId::count && !isPart(key)) names.insert(key);
  }
  return names;
}

std::string textOf(TextSpan span) { return std::string(controlList().text(span)); }

}  // namespace

void checkTwins(UiDriver& ui) {
  ui.frames(3);
  const std::set<std::string> widgets = widgetNames(ui), all = twinNames(true);
  for (const std::string& name : widgets) {
    CAPTURE(name);
    CHECK(all.count(name) == 1);
  }
  for (const std::string& name : twinNames(false)) {
    CAPTURE(name);
    CHECK(widgets.count(name) == 1);
  }
  for (const ControlNote& note : controlList().notes()) {
    CAPTURE(nameOf(note));
    CHECK_FALSE(textOf(note.name).empty());
    CHECK(note.w >= 1);
    CHECK(note.h >= 1);
    CHECK(note.x + note.w <= ImGui::GetIO().DisplaySize.x);
    CHECK(note.y + note.h <= ImGui::GetIO().DisplaySize.y);
    if (note.kind == TwinKind::range) CHECK_FALSE(textOf(note.valueText).empty());
    if (note.kind == TwinKind::select) CHECK_FALSE(textOf(note.choices).empty());
  }
}

}  // namespace abscope

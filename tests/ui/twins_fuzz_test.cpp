// In two hundred states that chance leads to, the twins are still the controls that are drawn.
#include <cmath>
#include <random>

#include <doctest/doctest.h>

#include "library/cases.h"
#include "library/scripts.h"
#include "ui/control_list.h"
#include "ui/mirror_text.h"
#include "ui/twin_check.h"

namespace abscope {
namespace {

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  // The same on every library: distributions are not.
  int below(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }
  double share() { return below(1001) / 1000.0; }

 private:
  std::mt19937 engine_;
};

ControlId anyControl(Chance& chance) {
  for (;;) {
    const auto id = static_cast<ControlId>(chance.below(kControlCount));
    if (controlInfo(id).keeps != ControlKeeps::none) return id;
  }
}

void setAnything(UiDriver& ui, Chance& chance) {
  const ControlId id = anyControl(chance);
  const ControlInfo& info = controlInfo(id);
  double value = info.low + chance.share() * (info.high - info.low);
  if (info.kind != ControlKind::slider) value = std::round(value);
  // More cells than a test needs make it slow, and change no control.
  if (id == ControlId::cells) value = 1000;
  apply(ui.app, SetControl{id, value, info.group == ControlGroup::view ? chance.below(9) : -1});
  apply(ui.app, EndGesture{});
}

void openAnyCase(UiDriver& ui, Chance& chance) {
  const Case& any =
      cases()[static_cast<std::size_t>(chance.below(static_cast<int>(cases().size())))];
  const auto arm = static_cast<std::size_t>(chance.below(static_cast<int>(any.arms.size())));
  apply(ui.app, OpenCase{any.id, any.arms[arm].id});
}

void openAnyLecture(UiDriver& ui, Chance& chance) {
  const Script& any =
      scripts()[static_cast<std::size_t>(chance.below(static_cast<int>(scripts().size())))];
  apply(ui.app, OpenScript{any.id, chance.below(static_cast<int>(any.beats.size()))});
}

// What a student, a lecturer or a course page might do next.
void doAnything(UiDriver& ui, Chance& chance) {
  const int items = static_cast<int>(ui.app.document.scenario.plan.radiation.size());
  switch (chance.below(16)) {
    case 0:
      return openAnyCase(ui, chance);
    case 1:
      return apply(
          ui.app,
          ShowOverlay{static_cast<Overlay>(chance.below(static_cast<int>(Overlay::count)))});
    case 2:
      return apply(ui.app, AddRadiation{});
    case 3:
      return apply(ui.app, AddDrug{static_cast<Drug>(chance.below(kDrugCount))});
    case 4:
      return apply(ui.app, RemoveItem{ItemKind::radiation, chance.below(items + 1)});
    case 5:
      return apply(ui.app,
                   SetControl{ControlId::timelineItem, static_cast<double>(chance.below(5))});
    case 6:
      return apply(ui.app, Pin{});
    case 7:
      return abscope::apply(ui.app, chance.below(2) == 0 ? Command(Unpin{}) : Command(Branch{}));
    case 8:
      return openAnyLecture(ui, chance);
    case 9:
      return apply(ui.app, SelectCell{static_cast<CellId>(chance.below(400))});
    case 10:
      return apply(ui.app, Notify{"here", "mend it so"});
    case 11:
      return abscope::apply(ui.app, chance.below(2) == 0 ? Command(Undo{}) : Command(Redo{}));
    case 12:
      return apply(ui.app, SetControl{ControlId::sideTab, static_cast<double>(chance.below(4))});
    case 13:
      return apply(ui.app, SetControl{ControlId::narrowTab, static_cast<double>(chance.below(5))});
    case 14:
      return apply(ui.app, SetControl{ControlId::stage, static_cast<double>(chance.below(3))});
    default:
      return setAnything(ui, chance);
  }
}

}  // namespace

TEST_CASE("twins are the controls that are drawn, in 200 states that chance leads to") {
  controlList().listen();
  const ImVec2 sizes[] = {{1280, 720}, {390, 844}, {820, 1180}, {1920, 1080}};
  int states = 0;
  for (unsigned run = 0; run < 20; ++run) {
    Chance chance(run + 1);
    UiDriver ui(sizes[run % 4]);
    for (int i = 0; i < 10; ++i) {
      for (int deed = 0; deed < 4; ++deed) doAnything(ui, chance);
      CAPTURE(run);
      CAPTURE(i);
      checkTwins(ui);
      ++states;
    }
  }
  CHECK(states == 200);
}

}  // namespace abscope

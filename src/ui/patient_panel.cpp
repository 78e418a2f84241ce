// Whom the plan is for: preset, tumours, resistance.
#include "app/control_words.h"
#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

void one(const Ui& ui, Rect& rect, ControlId id) {
  slider(ui, id, rect.cutTop(sliderHeight(ui)));
  rect.cutTop(ui.px(6));
}

// "None", or the label of the resistance.
void subcloneText(const Ui& /*ui*/, int choice, TextSink& out) {
  if (choice == 0) {
    out.add(tr("patient.noSubclone"));
  } else {
    out.add(labelOf(static_cast<ControlId>(static_cast<int>(ControlId::b2mLoss) + choice - 1)));
  }
}

}  // namespace

float patientPanel(const Ui& ui, Rect rect) {
  const float top = rect.y;
  segmented(ui, ControlId::preset, rect.cutTop(ui.px(ui.narrow ? 44.0f : 26.0f)));
  rect.cutTop(ui.px(8));
  one(ui, rect, ControlId::irradiatedVolume);
  one(ui, rect, ControlId::distantVolume);
  one(ui, rect, ControlId::courseDays);
  one(ui, rect, ControlId::bloodEffectors);
  headingRow(ui, rect, tr("patient.resistance"));
  const int first = static_cast<int>(ControlId::b2mLoss);
  const int firstExperimental = static_cast<int>(Resistance::trex1Loss);
  for (int i = 0; i < kResistanceCount; ++i) {
    if (i == firstExperimental) headingRow(ui, rect, tr("patient.experimental"));
    one(ui, rect, static_cast<ControlId>(first + i));
  }
  headingRow(ui, rect, tr("patient.subclone"));
  combo(ui, ControlId::subcloneKind, rect.cutTop(ui.rowHeight()), subcloneText);
  rect.cutTop(ui.px(8));
  one(ui, rect, ControlId::subcloneShare);
  one(ui, rect, ControlId::subcloneMutations);
  headingRow(ui, rect, tr("patient.chance"));
  one(ui, rect, ControlId::seed);
  one(ui, rect, ControlId::cells);
  return rect.y - top;
}

}  // namespace abscope

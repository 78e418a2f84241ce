#include "ui/drug_picker.h"

#include <algorithm>
#include <array>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

std::string_view hookName(Hook hook) {
  TextBuffer<48> key;
  key.add("hook.").add(kHookIds[static_cast<std::size_t>(hook)]);
  return tr(key.view());
}

void addChoice(const Ui&, int choice, TextSink& out) {
  const auto drug = static_cast<Drug>(choice);
  const std::string_view name = translated(drugInfo(drug).name);
  if (isGeneric(drug)) {
    out.addFilled(tr("drugs.generic"), {{"name", name}});
  } else {
    out.add(name);
  }
}

void addFacts(const Ui& ui, Drug drug, TextSink& out) {
  const DrugUse& use = drugUse(drug, ui.app.document.scenario.patient.preset);
  TextBuffer<16> doses, interval, halfLife;
  doses.addInteger(use.doses);
  interval.addNumber(use.intervalDays, 3);
  halfLife.addNumber(use.halfLifeDays, 3);
  out.addFilled(tr(use.doses > 1 ? "drugs.card" : "drugs.cardOnce"),
                {{"target", translated(drugInfo(drug).target)},
                 {"dose", translated(use.dose)},
                 {"doses", doses},
                 {"interval", interval},
                 {"halfLife", halfLife},
                 {"source", translated(use.source)},
                 {"review", translated(drugInfo(drug).review)}});
}

// Beside the list where there is room, else at the edge of the screen.
void card(const Ui& ui, int choice, const Rect& line) {
  const auto drug = static_cast<Drug>(choice);
  TextBuffer<1536> text;
  addFacts(ui, drug, text);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float pad = ui.px(10), gap = ui.px(14);
  const float width = std::min(ui.px(320), screen.x - 2 * gap);
  const float words = drawParagraph(nullptr, Face::small, {}, width - 2 * pad, 0, 0, text);
  const float height = words + ui.px(20) + 2 * pad;
  const float left = line.x - gap - width;
  const float x = left > 0 ? left : line.right() + gap;
  const Rect rect{std::clamp(x, 0.0f, std::max(0.0f, screen.x - width)),
                  std::clamp(line.y, 0.0f, std::max(0.0f, screen.y - height)), width, height};
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled(rect.min(), rect.max(), ui.colours.panel, ui.px(8));
  list.AddRect(rect.min(), rect.max(), ui.colours.border, ui.px(8));
  drawText(list, Face::strong, {rect.x + pad, rect.y + pad + ui.px(8)}, ui.colours.text,
           translated(drugInfo(drug).name));
  drawParagraph(&list, Face::small, {rect.x + pad, rect.y + pad + ui.px(20)}, width - 2 * pad,
                ui.colours.text, ui.colours.text, text);
}

}  // namespace

void drugPicker(const Ui& ui, const Rect& rect) {
  const Preset preset = ui.app.document.scenario.patient.preset;
  std::array<ChoiceLine, kDrugCount + kHookCount> lines;
  std::size_t count = 0;
  for (int hook = 0; hook < kHookCount; ++hook) {
    const std::size_t heading = count++;
    for (int i = 0; i < kDrugCount; ++i) {
      const auto drug = static_cast<Drug>(i);
      if (drugInfo(drug).hook != static_cast<Hook>(hook)) continue;
      if (drugUse(drug, preset).isUsed()) lines[count++] = {i};
    }
    if (count == heading + 1) {
      --count;  // none for this species
    } else {
      lines[heading] = {-1, hookName(static_cast<Hook>(hook))};
    }
  }
  combo(ui, ControlId::drugKind, rect, addChoice, {lines.data(), count}, card);
}

}  // namespace abscope

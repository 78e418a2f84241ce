// Everything that the model is held to, with what it says: unmet first.
#include <algorithm>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/evidence_card.h"
#include "ui/evidence_rows.h"
#include "ui/overlay.h"
#include "ui/panels.h"

namespace abscope {
namespace {

// Rows of one section are told apart from those of another by their instance.
constexpr int kTargets = 0, kReadouts = 1000, kCohorts = 2000, kMechanisms = 3000;

void addCount(TextSink& out, std::string_view key, std::size_t value) {
  TextBuffer<12> number;
  number.addInteger(static_cast<long long>(value));
  out.addFilled(tr(key), {{"n", number}});
}

class List {
 public:
  List(const Ui& ui, const Evidence& evidence, const Rect& content)
      : ui_(ui), evidence_(evidence), show_(ui.app.view.evidenceShow), rest_(content) {
    rest_.h = 1e6f;
  }

  float height(const Rect& content) const { return rest_.y - content.y; }

  void directions() {
    if (!sectionShown(EvidenceShow::directions)) return;
    const EvidenceCounts counts = countsOf(evidence_);
    TextBuffer<160> text;
    ofAll(counts.met, evidence_.targets.size(), text);
    text.add(" · ");
    addCount(text, "evidence.withMargin", counts.withMargin);
    text.add(" · ");
    addCount(text, "evidence.exaggerated", counts.exaggerated);
    head("evidence.directions", text);
    for (std::size_t i = 0; i < evidence_.targets.size(); ++i) {
      const TargetRow& target = evidence_.targets[i];
      if (!shows(target.result.met, target.item)) continue;
      EvidenceRow row;
      fill(row, target, evidence_.sets.size());
      if (!draw(row, kTargets + static_cast<int>(i)) || target.readout == nullptr) continue;
      open(*target.item, target.readout->arm, target.readout->day);
    }
  }

  void readouts() {
    if (!sectionShown(EvidenceShow::studies) || evidence_.readouts.empty()) return;
    TextBuffer<96> text;
    ofAll(countsOf(evidence_).readoutsMet, evidence_.readouts.size(), text);
    head("evidence.readouts", text);
    for (std::size_t i = 0; i < evidence_.readouts.size(); ++i) {
      const CaseRow& line = evidence_.readouts[i];
      if (!shows(line.met, line.item)) continue;
      EvidenceRow row;
      fill(row, line.item, line.result);
      const Readout& readout = *line.result.readout;
      if (draw(row, kReadouts + static_cast<int>(i))) open(*line.item, readout.arm, readout.day);
    }
  }

  void cohorts() {
    if (!sectionShown(EvidenceShow::studies) || evidence_.cohorts.empty()) return;
    TextBuffer<96> text;
    ofAll(countsOf(evidence_).cohortsMet, evidence_.cohorts.size(), text);
    head("evidence.cohorts", text);
    for (std::size_t i = 0; i < evidence_.cohorts.size(); ++i) {
      const CohortRow& line = evidence_.cohorts[i];
      if (!shows(line.result.met, line.item)) continue;
      EvidenceRow row;
      fill(row, line.item, line.result);
      const CohortReadout& readout = *line.result.readout;
      if (draw(row, kCohorts + static_cast<int>(i))) open(*line.item, readout.arm, readout.day);
    }
  }

  void mechanisms() {
    if (!sectionShown(EvidenceShow::mechanisms) || evidence_.ablations.empty()) return;
    const EvidenceCounts counts = countsOf(evidence_);
    TextBuffer<160> text;
    ofAll(counts.matter, evidence_.ablations.size(), text);
    if (!evidence_.sets.empty()) {
      text.add(" · ");
      addCount(text, "evidence.matterInSets", counts.matterInSets);
    }
    head("evidence.mechanisms", text);
    for (std::size_t i = 0; i < evidence_.ablations.size(); ++i) {
      const AblationRow& ablation = evidence_.ablations[i];
      if (!shows(ablation.met, nullptr)) continue;
      EvidenceRow row;
      fill(row, ablation, evidence_.sets.size());
      if (draw(row, kMechanisms + static_cast<int>(i))) openWithout(ablation);
    }
  }

  // In words: the catalogue says why.
  void notSimulated() {
    if (show_ != EvidenceShow::all && show_ != EvidenceShow::mechanisms) return;
    std::size_t count = 0;
    for (const Mechanism& item : catalogue().mechanisms) count += item.simulated ? 0 : 1;
    TextBuffer<96> text;
    addCount(text, "evidence.rows", count);
    head("evidence.notSimulated", text);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Palette& c = ui_.colours;
    for (const Mechanism& item : catalogue().mechanisms) {
      if (item.simulated) continue;
      ++rows_;
      const float indent = ui_.px(30), width = rest_.w - indent - ui_.px(8);
      const float top = rest_.y + ui_.px(8);
      const ImVec2 hollow{rest_.x + indent / 2, top + ui_.px(9)};
      list.AddCircle(hollow, ui_.px(6), c.dim, 0, ui_.px(1.6f));
      TextBuffer<200> title;
      title.add(item.id).add(" ").add(translated(item.title));
      float y = top;
      y += drawParagraph(&list, Face::body, {rest_.x + indent, y}, width, c.text, c.accentText,
                         title);
      y += drawParagraph(&list, Face::small, {rest_.x + indent, y}, width, c.dim, c.dim,
                         translated(item.reason));
      rest_.cutTop(y + ui_.px(8) - rest_.y);
      list.AddLine({rest_.x, rest_.y}, {rest_.right(), rest_.y}, c.grid);
    }
  }

 private:
  bool sectionShown(EvidenceShow own) const {
    return show_ == own || show_ == EvidenceShow::all || show_ == EvidenceShow::unmet ||
           (show_ == EvidenceShow::openStudy && own != EvidenceShow::mechanisms);
  }
  bool shows(bool met, const Case* item) const {
    if (show_ == EvidenceShow::unmet) return !met;
    return show_ != EvidenceShow::openStudy ||
           (item != nullptr && item == ui_.app.derived.openCase);
  }
  void ofAll(std::size_t met, std::size_t all, TextSink& out) const {
    TextBuffer<12> count, of;
    count.addInteger(static_cast<long long>(met));
    of.addInteger(static_cast<long long>(all));
    out.addFilled(tr("evidence.metOf"), {{"met", count}, {"all", of}});
  }
  void head(std::string_view key, std::string_view count) {
    drawSectionHead(ui_, rest_.cutTop(ui_.px(44)), tr(key), count);
    rest_.cutTop(ui_.px(4));
  }
  bool draw(const EvidenceRow& row, int instance) {
    ++rows_;
    const Rect rect = rest_.cutTop(rowHeight(ui_));
    const ItemState item = drawEvidenceRow(ui_, rect, row, instance);
    if (item.hovered) evidenceCard(ui_, rect, row);
    return item.pressed;
  }
  void open(const Case& item, const std::string& arm, double day) const {
    ui_.out.push_back(OpenCase{item.id, arm});
    ui_.out.push_back(SetControl{ControlId::day, day});
  }
  // The experiment as it is, with the mechanism off.
  void openWithout(const AblationRow& row) const {
    Scenario scenario = catalogue().arms[static_cast<std::size_t>(row.experiment.arm)];
    scenario.patient.strengths[row.experiment.mechanism] = 0;
    ui_.out.push_back(LoadScenario{std::move(scenario)});
    ui_.out.push_back(ShowOverlay{Overlay::none});
    ui_.out.push_back(SetControl{ControlId::day, row.experiment.day});
  }

  const Ui& ui_;
  const Evidence& evidence_;
  EvidenceShow show_;
  Rect rest_;
  int rows_ = 0;
};

void progress(const Ui& ui, const Rect& rect, double share) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = rect.middle().y, half = ui.px(3);
  TextBuffer<16> percent;
  TextBuffer<96> text;
  percent.addFixed(100 * share, 0);
  text.addFilled(tr("evidence.solving"), {{"percent", percent}});
  const float width = textWidth(Face::small, tr("evidence.solvingWidest")) + ui.px(12);
  drawText(list, Face::small, {rect.x, y}, ui.colours.dim, text);
  const float left = rect.x + width, full = std::max(0.0f, rect.w - width);
  list.AddRectFilled({left, y - half}, {left + full, y + half}, ui.colours.raised, half);
  list.AddRectFilled({left, y - half}, {left + full * static_cast<float>(share), y + half},
                     ui.colours.accent, half);
}

}  // namespace

void evidencePanel(const Ui& ui) {
  if (ui.app.view.overlay != Overlay::evidence) return;
  Rect inner = beginOverlay(ui);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float row = ui.px(ui.narrow ? 44.0f : 28.0f);
  if (ui.narrow) {
    segmented(ui, ControlId::evidenceShow, inner.cutTop(row));
  } else {
    Rect line = inner.cutTop(row);
    segmented(ui, ControlId::evidenceShow, line.cutLeft(std::min(line.w, ui.px(560))));
  }
  inner.cutTop(ui.px(8));
  const Rect about = inner.cutTop(ui.px(20));
  const auto& work = ui.app.background.evidence;
  const bool done = work && work->done();
  if (!done) {
    progress(ui, about, work ? work->share() : 0);
  } else if (ui.narrow) {
    drawFittedText(list, Face::small, {about.x, about.middle().y}, about.w, ui.colours.dim,
                   tr("evidence.aboutShort"));
  } else {
    drawStripKey(ui, about);
  }
  inner.cutTop(ui.px(4));
  const Rect content = beginScroll("###window.evidenceList", ui, inner);
  float height = 0;
  if (work && !work->evidence().targets.empty()) {
    List rows(ui, work->evidence(), content);
    rows.directions();
    rows.readouts();
    rows.cohorts();
    rows.mechanisms();
    rows.notSimulated();
    height = rows.height(content);
  }
  endScroll(content, height);
  endOverlay(ui);
}

}  // namespace abscope

// The open study: what was published, what the lab says beside it, and where the review and its
// source differ.
#include <algorithm>

#include "app/text_buffer.h"
#include "library/text.h"
#include "ui/evidence_card.h"
#include "ui/evidence_rows.h"
#include "ui/overlay.h"
#include "ui/panels.h"

namespace abscope {
namespace {

constexpr int kReadouts = 0, kCohorts = 1000;

// A column of paragraphs and rows, from the top down.
class Page {
 public:
  Page(const Ui& ui, const Rect& content)
      : ui_(ui), list_(*ImGui::GetWindowDrawList()), top_(content.y), rest_(content) {
    rest_.h = 1e6f;
  }

  float height() const { return rest_.y - top_; }
  void gap(float px) { rest_.cutTop(ui_.px(px)); }

  void paragraph(Face face, ImU32 colour, std::string_view text, float indent = 0) {
    if (text.empty()) return;
    const float left = ui_.px(indent);
    rest_.cutTop(drawParagraph(&list_, face, {rest_.x + left, rest_.y}, rest_.w - left - ui_.px(6),
                               colour, ui_.colours.accentText, text));
  }
  void head(std::string_view key, std::string_view count = {}) {
    drawSectionHead(ui_, rest_.cutTop(ui_.px(44)), tr(key), count);
    gap(4);
  }
  void line() { list_.AddLine({rest_.x, rest_.y}, {rest_.right(), rest_.y}, ui_.colours.grid); }
  // True when pressed.
  bool row(const EvidenceRow& content, int instance) {
    const Rect rect = rest_.cutTop(rowHeight(ui_));
    const ItemState item = drawEvidenceRow(ui_, rect, content, instance);
    if (item.hovered) evidenceCard(ui_, rect, content);
    return item.pressed;
  }
  // Two texts beside each other on their own grounds; below each other where it is narrow.
  void pair(std::string_view leftHead, std::string_view left, std::string_view rightHead,
            std::string_view right) {
    const float space = ui_.px(10);
    const float width = ui_.narrow ? rest_.w : (rest_.w - space) / 2;
    const float a = boxHeight(leftHead, left, width), b = boxHeight(rightHead, right, width);
    const float tall = ui_.narrow ? a : std::max(a, b);
    const Palette& c = ui_.colours;
    box({rest_.x, rest_.y, width, tall}, c.suppressing, leftHead, left);
    if (ui_.narrow) {
      box({rest_.x, rest_.y + a + ui_.px(4), width, b}, c.activating, rightHead, right);
      rest_.cutTop(a + b + ui_.px(4));
    } else {
      box({rest_.x + width + space, rest_.y, width, tall}, c.activating, rightHead, right);
      rest_.cutTop(tall);
    }
  }
  void bar(double share) {
    const Rect rect = rest_.cutTop(ui_.px(24));
    const float y = rect.middle().y, half = ui_.px(3);
    list_.AddRectFilled({rect.x, y - half}, {rect.right(), y + half}, ui_.colours.raised, half);
    list_.AddRectFilled({rect.x, y - half}, {rect.x + rect.w * static_cast<float>(share), y + half},
                        ui_.colours.accent, half);
  }
  void key() { drawStripKey(ui_, rest_.cutTop(ui_.px(24))); }

 private:
  float boxHeight(std::string_view head, std::string_view text, float width) const {
    const float inner = width - ui_.px(24);
    return drawParagraph(nullptr, Face::small, {}, inner, 0, 0, head) +
           drawParagraph(nullptr, Face::body, {}, inner, 0, 0, text) + ui_.px(18);
  }
  void box(const Rect& rect, ImU32 edge, std::string_view head, std::string_view text) {
    const Palette& c = ui_.colours;
    list_.AddRectFilled(rect.min(), rect.max(), withAlpha(c.raised, 0.6f), ui_.px(6));
    list_.AddRectFilled(rect.min(), {rect.x + ui_.px(4), rect.bottom()}, edge, ui_.px(6),
                        ImDrawFlags_RoundCornersLeft);
    const float width = rect.w - ui_.px(24);
    const ImVec2 at{rect.x + ui_.px(14), rect.y + ui_.px(8)};
    const float y = drawParagraph(&list_, Face::small, at, width, c.dim, c.dim, head);
    drawParagraph(&list_, Face::body, {at.x, at.y + y + ui_.px(2)}, width, c.text, c.accentText,
                  text);
  }

  const Ui& ui_;
  ImDrawList& list_;
  float top_;
  Rect rest_;
};

// "Nat Commun 8:15618 (2017) · doi 10.1038/… · PMID 28598415"
void addCitation(const Study& study, TextSink& out) {
  TextBuffer<8> year;
  year.addInteger(study.year);
  out.add(study.authors).add(" ").add(study.journal).add(" (").add(year).add(")");
  if (!study.doi.empty()) out.add(" · doi ").add(study.doi);
  if (!study.pmid.empty()) out.add(" · PMID ").add(study.pmid);
}

// "42.9 % of mice (12 to 18), n 7"
void addNumber(const Published& entry, TextSink& out) {
  if (!entry.value) return;
  out.addNumber(*entry.value).add("\u00a0").add(translated(entry.unit));
  if (entry.low && entry.high) {
    TextBuffer<16> low, high;
    low.addNumber(*entry.low);
    high.addNumber(*entry.high);
    out.add(" (").addFilled(tr("evidence.between"), {{"low", low}, {"high", high}}).add(")");
  }
  if (entry.n) {
    TextBuffer<16> n;
    n.addNumber(*entry.n, 6);
    out.add(", n\u00a0").add(n);
  }
}

void about(const Ui& ui, Page& page, const Case& item) {
  const Palette& c = ui.colours;
  TextBuffer<512> text;
  addCitation(item.study, text);
  page.paragraph(Face::title, c.text, translated(item.title));
  page.gap(3);
  page.paragraph(Face::small, c.dim, text);
  if (!item.study.registration.empty()) {
    TextBuffer<1400> trial;
    trial.addFilled(tr("study.trial"), {{"number", item.study.registration}});
    if (!item.study.status.empty()) trial.add(" ").add(translated(item.study.status));
    page.gap(4);
    page.paragraph(Face::small, c.radiationText, trial);
  }
  page.gap(10);
  page.paragraph(Face::strong, c.text, translated(item.question));
  page.gap(3);
  page.paragraph(Face::body, c.text, translated(item.lesson));
}

void open(const Ui& ui, const Case& item, const std::string& arm, double day) {
  ui.out.push_back(OpenCase{item.id, arm});
  ui.out.push_back(SetControl{ControlId::day, day});
}

// A readout without a direction has nothing to agree with.
bool hasDirection(const ReadoutResult& result) {
  return result.readout->direction != Direction::unstated;
}

void readouts(const Ui& ui, Page& page, const StudyWork& work) {
  std::size_t met = 0, all = 0;
  for (const ReadoutResult& result : work.readouts) {
    all += hasDirection(result) ? 1 : 0;
    met += hasDirection(result) && pointsAsPublished(result) ? 1 : 0;
  }
  TextBuffer<12> count, of;
  TextBuffer<96> text;
  count.addInteger(static_cast<long long>(met));
  of.addInteger(static_cast<long long>(all));
  page.head("study.readouts", text.addFilled(tr("evidence.metOf"), {{"met", count}, {"all", of}}));
  if (!ui.narrow) page.key();
  for (const bool wanted : {false, true}) {  // what disagrees comes first
    for (std::size_t i = 0; i < work.readouts.size(); ++i) {
      const ReadoutResult& result = work.readouts[i];
      const bool agrees = !hasDirection(result) || pointsAsPublished(result);
      if (agrees != wanted) continue;
      EvidenceRow row;
      fill(row, nullptr, result);
      if (page.row(row, kReadouts + static_cast<int>(i))) {
        open(ui, *work.item, result.readout->arm, result.readout->day);
      }
    }
  }
}

void cohorts(const Ui& ui, Page& page, const StudyWork& work) {
  if (!work.cohorts) return;
  TextBuffer<12> n;
  TextBuffer<120> text;
  n.addInteger(work.item->cohorts.front().n);
  page.head("study.cohorts", text.addFilled(tr("study.cohortsOf"), {{"n", n}}));
  if (!work.cohorts->done()) return page.bar(work.cohorts->share());
  for (std::size_t i = 0; i < work.results.size(); ++i) {
    const CohortResult& result = work.results[i];
    EvidenceRow row;
    fill(row, nullptr, result);
    if (page.row(row, kCohorts + static_cast<int>(i))) {
      open(ui, *work.item, result.readout->arm, result.readout->day);
    }
  }
}

void published(const Ui& ui, Page& page, const Case& item) {
  const Palette& c = ui.colours;
  page.head("study.published");
  for (const Published& entry : item.published) {
    TextBuffer<1600> text;
    text.add(translated(entry.result));
    TextBuffer<160> number;
    addNumber(entry, number);
    page.paragraph(Face::strong, c.text, translated(entry.readout));
    page.paragraph(Face::body, c.text, text);
    TextBuffer<400> source;
    if (!number.empty()) source.add(number).add(" · ");
    source.add(translated(entry.source));
    page.paragraph(Face::small, c.dim, source);
    page.gap(9);
  }
}

void differences(Page& page, const Case& item) {
  if (item.differences.empty()) return;
  page.head("study.differences");
  for (const Difference& entry : item.differences) {
    TextBuffer<80> head;
    head.add(tr("study.review"));
    if (!entry.entry.empty()) head.add(" · ").add(entry.entry);
    page.pair(head, translated(entry.review), tr("study.primary"), translated(entry.primary));
    page.gap(8);
  }
}

}  // namespace

void studyPanel(const Ui& ui) {
  if (ui.app.view.overlay != Overlay::study) return;
  const Rect inner = beginOverlay(ui);
  const Rect content = beginScroll("###window.study", ui, inner);
  Page page(ui, content);
  const Case* item = ui.app.derived.openCase;
  if (item == nullptr) {
    page.paragraph(Face::body, ui.colours.text, tr("study.none"));
  } else {
    about(ui, page, *item);
    const StudyWork& work = ui.app.background.study;
    if (work.item == item) {
      readouts(ui, page, work);
      cohorts(ui, page, work);
    }
    differences(page, *item);
    published(ui, page, *item);
  }
  page.gap(16);
  endScroll(content, page.height());
  endOverlay(ui);
}

}  // namespace abscope

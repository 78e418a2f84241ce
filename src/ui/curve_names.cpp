#include <algorithm>
#include <array>
#include <cmath>

#include "ui/plot_curves.h"

namespace abscope {
namespace {

constexpr int kColumns = 72;
constexpr int kMostNames = kMostCurves + 3;  // those of a pinned course too

using Heights = std::array<std::array<float, kColumns>, kMostNames>;

struct Place {
  Rect rect;
  float score = -1e9f;
  bool crossed = false;  // a foreign curve runs behind the words
  bool found() const { return score > -1e8f; }
};

using Places = std::array<Place, kMostNames>;

int namesOf(const PlotCurves& curves) { return curves.count + curves.pinnedCount; }
const Curve& curveAt(const PlotCurves& curves, int i) {
  return i < curves.count ? curves.curves[static_cast<std::size_t>(i)]
                          : curves.pinned[static_cast<std::size_t>(i - curves.count)];
}

// The heavy curves first: volumes and CD8 cells are what the eye looks for.
enum Rank : unsigned char { heavy, pinned, plain, faint, ranks };
Rank rankOf(const PlotCurves& curves, int i) {
  const Curve& curve = curveAt(curves, i);
  return i >= curves.count ? pinned : curve.heavy ? heavy : curve.faint ? faint : plain;
}

// All that the places follow from.
struct Question {
  Heights heights{};
  std::array<float, kMostNames> widths{};  // of the names; 0 where there is none
  std::array<Rank, kMostNames> rank{};
  std::array<float, 7>
      frame{};  // the plot's rectangle, size of letters, scale, end of what is shown

  bool operator==(const Question&) const = default;
};

Heights heightsOf(const PlotFrame& frame, const PlotCurves& curves) {
  Heights heights{};
  for (int c = 0; c < namesOf(curves); ++c) {
    const Curve& curve = curveAt(curves, c);
    const double last = static_cast<double>(curve.series->days.back());
    for (int i = 0; i < kColumns; ++i) {
      const double day = std::min(last, frame.days * (i + 0.5) / kColumns);
      const double value = curveValue(*curve.series, curve, day);
      heights[static_cast<std::size_t>(c)][static_cast<std::size_t>(i)] =
          heightOf(frame, curve, value);
    }
  }
  return heights;
}

bool overlaps(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// How far the words would be from the nearest foreign curve; negative where they touch one.
float clearance(const PlotFrame& frame, const PlotCurves& curves, const Heights& heights, int own,
                const Rect& rect) {
  const float column = frame.curves.w / kColumns;
  const int first =
      std::clamp(static_cast<int>((rect.x - frame.curves.x) / column), 0, kColumns - 1);
  const int last =
      std::clamp(static_cast<int>((rect.right() - frame.curves.x) / column), 0, kColumns - 1);
  float nearest = 1e9f;
  bool through = false;
  for (int c = 0; c < namesOf(curves); ++c) {
    const auto& h = heights[static_cast<std::size_t>(c)];
    for (int i = first; i <= last; ++i) {
      // A steep curve fills the height between two columns.
      const float next = h[static_cast<std::size_t>(std::min(i + 1, kColumns - 1))];
      const float y = h[static_cast<std::size_t>(i)];
      const float gap = std::max(rect.y - std::max(y, next), std::min(y, next) - rect.bottom());
      if (c == own && gap < 0) through = true;  // close is right, through the words is not
      if (c != own) nearest = std::min(nearest, gap);
    }
  }
  return through ? std::min(nearest, 0.0f) - 2 * rect.h : nearest;
}

Places placesOf(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves,
                const Question& question) {
  const Heights& heights = question.heights;
  // Names keep out of a future that nobody has seen yet.
  Rect area = frame.curves;
  area.w = std::min(area.w, question.frame[6] - area.x);
  const float height = fontSize(Face::small) * 1.05f;
  Places places;
  const int count = namesOf(curves);
  for (int k = 0; k < ranks * count; ++k) {
    const int c = k % count;
    const float width = question.widths[static_cast<std::size_t>(c)];
    if (width <= 0 || question.rank[static_cast<std::size_t>(c)] != k / count) continue;
    const bool mustBeClear = question.rank[static_cast<std::size_t>(c)] == faint;
    const float column = frame.curves.w / kColumns;
    Place& best = places[static_cast<std::size_t>(c)];
    for (int i = 2; i < kColumns - 2; ++i) {
      const float x = area.x + column * (static_cast<float>(i) + 0.5f) - width / 2;
      if (x < area.x + ui.px(2) || x + width > area.right() - ui.px(2)) continue;
      const float y = heights[static_cast<std::size_t>(c)][static_cast<std::size_t>(i)];
      for (const float side : {-1.0f, 1.0f}) {
        const Rect rect{x, y + side * (height / 2 + ui.px(3)) - height / 2, width, height};
        if (rect.y < area.y - ui.px(1) || rect.bottom() > area.bottom() - ui.px(2)) continue;
        bool free = true;
        for (int other = 0; other < count && free; ++other) {
          const Place& taken = places[static_cast<std::size_t>(other)];
          free = other == c || !taken.found() || !overlaps(rect, taken.rect);
        }
        if (!free) continue;
        const float gap = clearance(frame, curves, heights, c, rect);
        // Room first; then a high place on the curve, where the eye looks for it. Where the curves
        // leave no room, the place that hides least of a foreign one.
        const bool crossed = gap < ui.px(1);
        if (crossed && mustBeClear) continue;
        const float rise = (area.bottom() - y) / area.h;
        const float score =
            crossed ? std::max(gap, -ui.px(40)) - ui.px(100)
                    : std::min(gap, ui.px(14)) + ui.px(10) * rise + (side < 0 ? ui.px(2) : 0);
        if (score > best.score) best = {rect, score, crossed};
      }
    }
  }
  return places;
}

}  // namespace

void drawCurveNames(const Ui& ui, const PlotFrame& frame, const PlotCurves& curves) {
  const Rect& area = frame.curves;
  Question question;
  question.heights = heightsOf(frame, curves);
  question.frame = {
      area.x, area.y, area.w, area.h, fontSize(Face::small), ui.scale, frame.x(shownUntil(ui.app))};
  for (int c = 0; c < namesOf(curves); ++c) {
    const auto i = static_cast<std::size_t>(c);
    const std::string_view name = curveAt(curves, c).name;
    question.widths[i] = name.empty() ? 0 : textWidth(Face::small, name) + ui.px(4);
    question.rank[i] = rankOf(curves, c);
  }
  // To look for places takes as long as to draw all curves, and while a course plays nothing of
  // this changes: the last answer is kept.
  static Question answered;
  static Places places;
  if (!(question == answered)) {
    places = placesOf(ui, frame, curves, question);
    answered = question;
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (int c = 0; c < namesOf(curves); ++c) {
    const Curve& curve = curveAt(curves, c);
    const Place& best = places[static_cast<std::size_t>(c)];
    if (!best.found()) continue;
    if (best.crossed) {
      list.AddRectFilled(best.rect.min(), best.rect.max(), withAlpha(ui.colours.panel, 0.8f),
                         ui.px(3));
    }
    // The curve is faint, its name is to be read.
    drawText(list, Face::small, best.rect.middle(),
             curve.faint ? withAlpha(curve.colour, 0.75f) : curve.colour, curve.name,
             Align::middle);
  }
}

}  // namespace abscope

// Where everything is in the lecture hall: what the last row must read, and nothing else.
#include <algorithm>
#include <cmath>

#include "ui/layout.h"

namespace abscope {
namespace {

// The smallest face is 12 px; on a screen of 720 lines it must be 20.
constexpr float kLines = 720 * 12.0f / 20, kColumns = 1280 * 12.0f / 20;
constexpr float kPhone = 700;  // px: below, a hand-held screen

float lectureScale(float width, float height) {
  const float fit = std::min(height / kLines, width / kColumns);
  return std::clamp(std::ceil(fit * 20) / 20, 1.0f, 8.0f);
}

void placePicture(Layout& l, Rect row, float gap) {
  l.stage = row;
  const float node = std::clamp(row.w * 0.125f, 50 * l.scale, 110 * l.scale);
  const float tumour = (row.w - node - 2 * gap) / 2;
  l.panels[static_cast<int>(Panel::irradiated)] = row.cutLeft(tumour);
  row.cutLeft(gap);
  l.panels[static_cast<int>(Panel::node)] = row.cutLeft(node);
  row.cutLeft(gap);
  l.panels[static_cast<int>(Panel::distant)] = row;
}

// The picture above the curves; each alone when it has the room.
void placeRoom(Layout& l, Rect area, Room room, float gap, float pictureShare) {
  if (room == Room::plot) {
    l.plot = area;
    return;
  }
  if (room == Room::picture) return placePicture(l, area, gap);
  placePicture(l, area.cutTop(area.h * pictureShare), gap);
  area.cutTop(gap);
  l.plot = area;
}

Layout phone(float width, float height, Room room, BeatPanel panel, bool vote) {
  Layout l;
  l.narrow = true;
  Rect all{0, 0, width, height};
  l.topBar = all.cutTop(50);
  l.caption = all.cutBottom(std::min(150.0f, height * 0.3f));
  if (width > height) {
    Rect side = all.cutRight(vote || panel == BeatPanel::why ? width * 0.42f : 0);
    (vote ? l.vote : l.why) = side;
  } else {
    Rect side = all.cutBottom(vote ? 236.0f : panel == BeatPanel::why ? 170.0f : 0.0f);
    (vote ? l.vote : l.why) = side;
  }
  placeRoom(l, all, room, 3, 0.42f);
  return l;
}

}  // namespace

Layout lectureLayout(float width, float height, Room room, BeatPanel panel, bool vote) {
  if (std::min(width, height) < 500 || width < kPhone) {
    Layout l = phone(width, height, room, panel, vote);
    l.lecture = true;
    return l;
  }
  Layout l;
  l.lecture = true;
  const float s = l.scale = lectureScale(width, height);
  const float gap = 6 * s;
  Rect all{0, 0, width, height};
  l.topBar = all.cutTop(34 * s);
  all = all.inset(gap);
  l.caption = all.cutBottom(76 * s);
  all.cutBottom(gap);
  if (vote || panel == BeatPanel::why) {
    (vote ? l.vote : l.why) = all.cutRight(std::min(235 * s, all.w * 0.4f));
    all.cutRight(gap);
  }
  placeRoom(l, all, room, gap, 0.46f);
  return l;
}

namespace {

void placeLesson(Layout& l, const View& view) {
  if (l.narrow) {
    if (view.narrowTab != NarrowTab::lesson) return;
    l.lesson = l.why;
    l.why = {};
    if (view.room != Room::plot) return;
    l.plotAlone = true;
    l.plot = l.stage;
    l.stage = {};
    l.panels = {};
    return;
  }
  Rect column{l.side.x, l.side.y, l.side.w, l.why.bottom() - l.side.y};
  const float gap = 8 * l.scale;
  l.lessonTabs = column.cutTop(28 * l.scale);
  column.cutTop(gap);
  if (view.lessonSide == LessonSide::lesson) {
    l.lesson = column;
    l.side = l.why = {};
  } else {
    l.side.h -= column.y - l.side.y;
    l.side.y = column.y;
  }
}

}  // namespace

Layout layoutOf(const AppState& app, float width, float height) {
  const View& view = app.view;
  if (view.presenter) {
    const Beat* beat = app.presenter.now();
    return lectureLayout(width, height, view.room, view.panel,
                         beat && !beat->prediction.question.empty());
  }
  Layout l = layoutFor(width, height, view.narrowTab, app.document.pinned.has_value(),
                       static_cast<float>(view.textSizePercent / 100));
  if (app.lesson.open()) placeLesson(l, view);
  return l;
}

}  // namespace abscope

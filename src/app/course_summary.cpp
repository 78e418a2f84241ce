#include "app/course_summary.h"

#include <algorithm>
#include <cmath>

#include "library/text.h"

namespace abscope {
namespace {

constexpr double kDaysBack = 2;     // that a trend looks over
constexpr double kTrend = 1.1;      // a factor that is called rising
constexpr double kUnchanged = 3;    // % around the start
constexpr double kFewCells = 1e-3;  // 10^6 cells: below, nobody speaks of a trend

std::string_view trend(const Series& series, const std::vector<float>& cells, double day) {
  const double now = static_cast<double>(valueAt(series, cells, day));
  const double then = static_cast<double>(valueAt(series, cells, std::max(0.0, day - kDaysBack)));
  if (std::max(now, then) < kFewCells) return tr("summary.none");
  if (now > kTrend * then) return tr("summary.rising");
  return tr(kTrend * now < then ? "summary.falling" : "summary.steady");
}

void addSize(double percent, bool cured, bool roughly, TextSink& out) {
  if (cured) {
    out.add(tr("summary.cured"));
  } else if (std::fabs(percent - 100) < kUnchanged) {
    out.add(tr("summary.unchanged"));
  } else if (percent < 1) {
    out.add(tr("summary.tiny"));
  } else {
    const double step = !roughly ? 1 : percent < 20 ? 5 : 10;
    TextBuffer<16> number;
    number.addFixed(std::round(percent / step) * step, 0);
    out.addFilled(tr("summary.size"), {{"percent", number}});
  }
}

}  // namespace

void addMoment(const Series& series, const Summary& summary, double day, bool roughly,
               TextSink& out) {
  if (!roughly) {
    TextBuffer<16> number;
    number.addFixed(day, day == std::floor(day) ? 0 : 1);
    out.addFilled(tr("summary.day"), {{"day", number}});
  }
  for (const Site site : {Site::irradiated, Site::distant}) {
    const auto s = static_cast<std::size_t>(site);
    const std::vector<float>& volume = series.volumeMm3[s];
    const double start = static_cast<double>(valueAt(series, volume, 0));
    const double percent =
        start > 0 ? 100 * static_cast<double>(valueAt(series, volume, day)) / start : 0;
    const double cureDay = summary.tumours[s].cureDay;
    TextBuffer<64> size;
    addSize(percent, cureDay >= 0 && day >= cureDay, roughly, size);
    const auto& cd8 = series.cells[s][static_cast<std::size_t>(Immune::cd8Effector)];
    if (!out.empty()) out.add(" ");
    out.addFilled(tr(site == Site::irradiated ? "summary.irradiated" : "summary.distant"),
                  {{"size", size}, {"trend", trend(series, cd8, day)}});
  }
}

}  // namespace abscope

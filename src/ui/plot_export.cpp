#include "ui/plot_export.h"

#include <algorithm>
#include <cmath>

#include "app/told.h"
#include "core/format.h"
#include "core/locale.h"
#include "core/text.h"
#include "library/text.h"
#include "library/xml_writer.h"
#include "ui/plot_curves.h"

namespace abscope {
namespace {

// Of the drawing, in CSS pixels.
constexpr double kWidth = 960, kHeight = 540, kLeft = 72, kRight = 210, kTop = 84, kBottom = 52;
constexpr double kInnerWidth = kWidth - kLeft - kRight, kInnerHeight = kHeight - kTop - kBottom;
constexpr double kLine = 14;

std::string px(double value) { return formatShortest(std::round(value * 10) / 10); }

std::string hex(ImU32 colour) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "#";
  for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT}) {
    const unsigned byte = (colour >> shift) & 255;
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string unitOf(const PlotCurves& curves, const Curve& curve, const View& view) {
  if (curve.axis == &curves.volume) return std::string(tr("unit.mm3"));
  return std::string(
      tr(view.plotMeasure == Measure::density ? "plot.unit.density" : "plot.unit.count"));
}

// The samples up to the day that may be shown.
std::size_t shownSamples(const AppState& app) {
  const std::vector<float>& days = app.derived.series.days;
  const auto until = static_cast<float>(shownUntil(app));
  return static_cast<std::size_t>(std::upper_bound(days.begin(), days.end(), until) - days.begin());
}

std::string titleOf(const AppState& app) {
  const Case* item = app.derived.openCase;
  if (!item) return std::string(tr("title.ownPlan"));
  const Scenario* arm = findArm(*item, app.document.armId);
  std::string title(translated(item->title));
  if (arm) (title += ": ") += translated(arm->title);
  return title;
}

class Drawing {
 public:
  explicit Drawing(const AppState& app)
      : app_(app), ui_{app, none_, palette(Theme::paper), 1, false} {
    gatherCurves(ui_, curves_);
    days_ = std::max(1e-3, app.derived.course.days());
  }

  std::string take() {
    out_.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                      {"viewBox", "0 0 " + px(kWidth) + " " + px(kHeight)},
                      {"width", px(kWidth)},
                      {"height", px(kHeight)},
                      {"font-family", "inter, sans-serif"},
                      {"font-size", "12"}});
    out_.empty("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", "#ffffff"}});
    text(kLeft, 24, "start", titleOf(app_), hex(ui_.colours.text), true);
    axes();
    schedule();
    for (int i = 0; i < curves_.count; ++i) curve(at(i));
    names();
    text(kWidth - 12, kHeight - 10, "end", tr("app.disclaimer"), hex(ui_.colours.dim));
    out_.close();
    return out_.take();
  }

 private:
  const Curve& at(int i) const { return curves_.curves[static_cast<std::size_t>(i)]; }
  double x(double day) const { return kLeft + kInnerWidth * day / days_; }
  static double y(const Axis& axis, double value) {
    return kTop + kInnerHeight * (1 - std::clamp(axis.fraction(value), 0.0, 1.0));
  }

  void text(double x, double y, const char* anchor, std::string_view words, const std::string& fill,
            bool strong = false) {
    std::string line = "<text x=\"" + px(x) + "\" y=\"" + px(y) + "\" text-anchor=\"" + anchor +
                       "\" fill=\"" + fill + "\"";
    if (strong) line += " font-weight=\"600\" font-size=\"15\"";
    out_.line(line + ">" + xmlText(words) + "</text>");
  }
  void rule(double x1, double y1, double x2, double y2, ImU32 colour, const char* width) {
    out_.empty("line", {{"x1", px(x1)},
                        {"y1", px(y1)},
                        {"x2", px(x2)},
                        {"y2", px(y2)},
                        {"stroke", hex(colour)},
                        {"stroke-width", width}});
  }

  void values(const Axis& axis, bool left) {
    const auto label = [&](double value) {
      const double height = y(axis, value);
      if (left) rule(kLeft, height, kLeft + kInnerWidth, height, ui_.colours.grid, "1");
      text(left ? kLeft - 8 : kLeft + kInnerWidth + 8, height + 4, left ? "end" : "start",
           localNumber(value), hex(ui_.colours.dim));
    };
    if (axis.log) {
      const auto decades = static_cast<int>(std::lround(std::log10(axis.high / axis.low)));
      for (int i = 0; i <= decades; ++i) label(axis.low * std::pow(10, i));
      return;
    }
    const auto count = static_cast<int>(std::lround(axis.high / axis.ticks.step));
    for (int i = 0; i <= count; ++i) label(i * axis.ticks.step);
  }

  void axes() {
    const Palette& c = ui_.colours;
    for (double day = 0; day <= days_ + 1e-9; day += dayStep(days_, 12)) {
      rule(x(day), kTop, x(day), kTop + kInnerHeight, c.grid, "1");
      text(x(day), kTop + kInnerHeight + 18, "middle", localNumber(day), hex(c.dim));
    }
    text(kLeft + kInnerWidth / 2, kTop + kInnerHeight + 38, "middle", tr("plot.days"), hex(c.dim));
    values(curves_.cells, true);
    values(curves_.volume, false);
    rule(kLeft, kTop + kInnerHeight, kLeft + kInnerWidth, kTop + kInnerHeight, c.axis, "1.5");
    const View& view = app_.view;
    const std::string unit(
        tr(view.plotMeasure == Measure::density ? "plot.unit.density" : "plot.unit.count"));
    const std::string site(
        tr(view.plotSite == Site::irradiated ? "site.irradiated" : "site.distant"));
    text(12, kTop - 12, "start", fill(tr("plot.axis"), {{"unit", unit}, {"site", site}}),
         hex(c.dim));
    text(kLeft + kInnerWidth + 8, kTop - 12, "start", tr("plot.unit.volume"), hex(c.dim));
  }

  // Fractions as bars, doses of drugs as ticks below them.
  void schedule() {
    for (const Event& e : app_.derived.course.events()) {
      if (!isTold(app_, e)) continue;
      const bool fraction = e.kind == EventKind::fraction;
      if (!fraction && e.kind != EventKind::drugDose) continue;
      const double top = fraction ? 36 : 52, height = fraction ? 14 : 7;
      out_.open("rect", {{"x", px(x(e.day) - 1.5)},
                         {"y", px(top)},
                         {"width", "3"},
                         {"height", px(height)},
                         {"fill", hex(fraction ? ui_.colours.radiation : ui_.colours.accent)}});
      const std::string what = fraction ? localNumber(std::max(e.doseGy[0], e.doseGy[1])) + " " +
                                              std::string(tr("unit.gray"))
                                        : std::string(translated(drugInfo(e.drug).name));
      out_.line("<title>" + xmlText(what) + "</title>");
      out_.close();
    }
  }

  void curve(const Curve& curve) {
    std::string points;
    const std::size_t count = shownSamples(app_);
    double lastX = -10, lastY = -10;
    for (std::size_t i = 0; i < count; ++i) {
      const double day = static_cast<double>(app_.derived.series.days[i]);
      const double px_ = x(day), py = y(*curve.axis, curveValue(app_.derived.series, curve, day));
      if (std::fabs(px_ - lastX) < 0.3 && std::fabs(py - lastY) < 0.3) continue;
      points += (points.empty() ? "" : " ") + px(px_) + "," + px(py);
      lastX = px_, lastY = py;
    }
    out_.empty("polyline", {{"points", points},
                            {"fill", "none"},
                            {"stroke", hex(curve.colour)},
                            {"stroke-width", curve.heavy ? "2.4" : "1.6"},
                            {"stroke-linejoin", "round"},
                            {"stroke-dasharray", curve.dashed ? "6 4" : ""}});
  }

  // At the right, beside the ends of the curves, pushed apart where they meet.
  void names() {
    std::vector<std::pair<double, const Curve*>> ends;
    ends.reserve(static_cast<std::size_t>(curves_.count));
    const double until = shownUntil(app_);
    for (int i = 0; i < curves_.count; ++i) {
      ends.emplace_back(y(*at(i).axis, curveValue(app_.derived.series, at(i), until)), &at(i));
    }
    std::stable_sort(ends.begin(), ends.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    double lowest = kTop - kLine;
    for (auto& end : ends) lowest = end.first = std::max(end.first, lowest + kLine);
    double highest = kTop + kInnerHeight + kLine;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
      highest = end->first = std::min(end->first, highest - kLine);
    }
    for (const auto& [height, curve] : ends) {
      text(kLeft + kInnerWidth + 52, height + 4, "start", curve->name, hex(curve->colour));
    }
  }

  const AppState& app_;
  std::vector<Command> none_;
  Ui ui_;
  PlotCurves curves_;
  XmlWriter out_;
  double days_ = 1;
};

// A field of a table: quoted where it must be.
std::string field(std::string_view text) {
  if (text.find_first_of(",\"\n") == text.npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) (out += c == '"' ? "\"" : "") += c;
  return out + "\"";
}

}  // namespace

std::string plotSvg(const AppState& app) { return Drawing(app).take(); }

std::string plotCsv(const AppState& app) {
  std::vector<Command> none;
  const Ui ui{app, none, palette(Theme::paper), 1, false};
  PlotCurves curves;
  gatherCurves(ui, curves);
  const std::string site(
      tr(app.view.plotSite == Site::irradiated ? "site.irradiated" : "site.distant"));
  std::string out = field(tr("plot.dayColumn"));
  for (int i = 0; i < curves.count; ++i) {
    const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
    std::string name(curve.name);
    if (curve.axis != &curves.volume || curve.kind != CellKind::count) name += ", " + site;
    out += "," + field(name + " [" + unitOf(curves, curve, app.view) + "]");
  }
  out += "\n";
  const Series& series = app.derived.series;
  const std::size_t count = shownSamples(app);
  for (std::size_t row = 0; row < count; ++row) {
    out += formatNumber(static_cast<double>(series.days[row]), 6);
    for (int i = 0; i < curves.count; ++i) {
      const Curve& curve = curves.curves[static_cast<std::size_t>(i)];
      // Of the sample itself: on the day of an event there are two, before and after.
      double value = static_cast<double>((*curve.values)[row]);
      if (curve.volume) value = densityPerMm3(value, static_cast<double>((*curve.volume)[row]));
      out += "," + formatNumber(value, 6);
    }
    out += "\n";
  }
  return out;
}

std::string exportName(const AppState& app) {
  std::string name = "abscope";
  for (const std::string* part : {&app.document.caseId, &app.document.armId}) {
    if (!part->empty()) name += "-" + *part;
  }
  return name + (app.view.plotSite == Site::irradiated ? "-irradiated" : "-distant");
}

}  // namespace abscope

// The curves as files: what is in them is what is on the screen.
#include "ui/plot_export.h"

#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

#include "app/items.h"
#include "library/text.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::size_t countOf(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the table has a row a sample and a column a curve, with units") {
  AppState app;
  start(app);
  apply(app, OpenCase{"dewan-2009", "8x3-anti-ctla-4"});
  const std::vector<std::string> lines = linesOf(plotCsv(app));
  REQUIRE(lines.size() == app.derived.series.size() + 1);
  CHECK(lines[0].find("[mm³]") != std::string::npos);
  CHECK(lines[0].find("[10⁶ cells]") != std::string::npos);
  const std::size_t columns = countOf(lines[0], "[");
  CHECK(columns == 1 + 9 + 2);  // day, nine kinds, two volumes
  // The last column but none: the volume of the distant tumour, to six digits.
  const std::string& last = lines.back();
  const double volume = std::stod(last.substr(last.rfind(',') + 1));
  CHECK(volume ==
        doctest::Approx(static_cast<double>(app.derived.series.volumeMm3[1].back())).epsilon(1e-5));
  // What is hidden is left out, and the other measure is another unit.
  apply(app, SetControl{ControlId::showKind, 0, static_cast<int>(CellKind::mdsc)});
  apply(app, SetControl{ControlId::plotMeasure, 1});
  const std::string head = linesOf(plotCsv(app))[0];
  CHECK(countOf(head, "[") == columns - 1);
  CHECK(head.find("[10³/mm³]") != std::string::npos);
}

TEST_CASE("the drawing has a line for every curve, its name, and the disclaimer") {
  AppState app;
  start(app);
  apply(app, OpenCase{"dewan-2009", "8x3-anti-ctla-4"});
  const std::string svg = plotSvg(app);
  CHECK(svg.rfind("<?xml", 0) == 0);
  CHECK(countOf(svg, "<polyline") == 11);
  CHECK(countOf(svg, "Dewan 2009") == 1);
  CHECK(countOf(svg, std::string(tr("app.disclaimer"))) == 1);
  CHECK(countOf(svg, "<title>8 Gy</title>") == 3);  // the fractions
  CHECK(countOf(svg, "nan") == 0);
  CHECK(svg.find("</svg>") != std::string::npos);
  const std::string linear = [&] {
    apply(app, SetControl{ControlId::plotScale, 0});
    return plotSvg(app);
  }();
  CHECK(linear != svg);
}

TEST_CASE("neither file tells a future that is hidden") {
  AppState app;
  start(app);
  apply(app, OpenScript{"double-edged-sword", 3});
  REQUIRE(futureHidden(app));
  CHECK(linesOf(plotCsv(app)).size() == 2);  // the head and day 0
  const std::size_t planned = countOf(plotSvg(app), "<title>");
  CHECK(planned > 0);  // the plan is known
  // The same fractions at progression tell by their day when that comes.
  apply(app, SetControl{ControlId::rtAnchor, static_cast<double>(Anchor::progression), 0});
  REQUIRE(daysOf(app.derived.course.events(), ItemKind::radiation, 0).first > 0);
  CHECK(countOf(plotSvg(app), "<title>") < planned);
}

TEST_CASE("a file is named after case, arm and tumour") {
  AppState app;
  start(app);
  apply(app, OpenCase{"dewan-2009", "8x3"});
  CHECK(exportName(app) == "abscope-dewan-2009-8x3-distant");
}

}  // namespace abscope

#include <array>

#include "cli/course_output.h"
#include "core/format.h"

namespace abscope {
namespace {

void line(std::string& out, std::string_view label, const std::string& value) {
  std::string left = "  " + std::string(label);
  constexpr std::size_t kColumn = 37;
  if (left.size() < kColumn) left.resize(kColumn, ' ');
  out += left + value + "\n";
}

std::string signedPercent(double percent) {
  return (percent > 0 ? "+" : "") + formatNumber(percent) + " %";
}

void writeTumour(std::string& out, const TumourSummary& tumour, double alphaBeta) {
  line(out, "volume at the start", formatNumber(tumour.startMm3) + " mm3");
  line(out, "volume at the end", formatNumber(tumour.endMm3) + " mm3");
  line(out, "smallest volume",
       formatNumber(tumour.smallestMm3) + " mm3 on day " + formatDay(tumour.smallestDay));
  line(out, "best change",
       signedPercent(tumour.bestChangePercent) + " of volume, " +
           signedPercent(tumour.bestDiameterPercent) + " of diameter");
  line(out, "regrowth (+20 % of diameter)",
       tumour.regrowthDay < 0 ? "none" : "day " + formatDay(tumour.regrowthDay));
  line(out, "last clonogen gone", tumour.cureDay < 0 ? "no" : "day " + formatDay(tumour.cureDay));
  line(out, "control probability", formatPercent(tumour.controlProbability));
  line(out, "response class", std::string(nameOf(tumour.response)));
  if (tumour.totalDoseGy <= 0) return;
  line(out, "dose", formatNumber(tumour.totalDoseGy, 4) + " Gy");
  line(out, "BED, alpha/beta 10, 3, own " + formatNumber(alphaBeta) + " Gy",
       formatNumber(tumour.bed10Gy) + ", " + formatNumber(tumour.bed3Gy) + ", " +
           formatNumber(tumour.bedOwnGy) + " Gy");
  line(out, "EQD2, own alpha/beta", formatNumber(tumour.eqd2OwnGy) + " Gy");
}

}  // namespace

std::string summaryText(const RunOf& run, const Course& course) {
  const Summary summary = summarise(course);
  const Parameters& p = course.model().parameters();
  std::string out;
  if (!run.caseId.empty()) out += run.caseId + ": ";
  out += run.scenario.title.empty() ? run.scenario.id : run.scenario.title;
  out += "\n" + formatDay(course.days()) + " days. Teaching model, not for clinical decisions.\n";
  out += "\nirradiated tumour\n";
  writeTumour(out, summary.tumours[0], p.alphaPerGy / p.betaPerGy2);
  out += "\ndistant tumour\n";
  writeTumour(out, summary.tumours[1], p.alphaPerGy / p.betaPerGy2);
  out += "\nboth\n";
  line(out, "response class (sum of diameters)", std::string(nameOf(summary.overall)));
  line(out, "lowest lymphocytes", formatPercent(summary.lowestLymphocytes) + " of normal");
  return out;
}

}  // namespace abscope

// The evidence for people: as lines in a terminal, and as the page docs/evidence.md.
#include <initializer_list>

#include "cli/cohort_text.h"
#include "cli/evidence_output.h"
#include "core/format.h"

namespace abscope {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string outOf(std::ptrdiff_t count, std::size_t all) {
  return std::to_string(count) + " of " + std::to_string(all);
}

// "0.31 to 0.4"
std::string spreadText(const TargetRow& row) {
  return formatNumber(row.lowest) + " to " + formatNumber(row.highest);
}

std::string_view expectedOf(const AblationRow& row) {
  return row.experiment.sign > 0 ? "higher" : "lower";
}

std::string directionOf(const Readout& readout) {
  return std::string(kDirectionIds[static_cast<std::size_t>(readout.direction)]);
}

// "ratio 0.42", "difference -12 points"
std::string contrastText(const CaseRow& row) {
  return isChange(row.result.readout->quantity)
             ? "difference " + formatNumber(row.result.contrast) + " points"
             : "ratio " + formatNumber(row.result.contrast);
}

std::string withUnit(double value, std::string_view unit) {
  return formatNumber(value) + (unit.empty() ? "" : " " + std::string(unit));
}

std::string tableRow(std::initializer_list<std::string> cells) {
  std::string out = "|";
  for (const std::string& cell : cells) {
    out += " ";
    for (char c : cell) out += c == '|' ? std::string("\\|") : std::string(1, c);
    out += " |";
  }
  return out + "\n";
}

std::string targetsMarkdown(const Evidence& evidence) {
  std::string out =
      "| | source | arms | readout | allowed | far side | ours | margin | ensemble | met in |\n"
      "|---|---|---|---|---|---|---|---|---|---|\n";
  for (const TargetRow& row : evidence.targets) {
    const PublishedTarget& target = *row.target;
    const bool spread = !evidence.sets.empty();
    out += tableRow({target.id + " " + std::string(verdictOf(row.result)), target.source,
                     joined(target.arms, "; "), target.readout, allowedText(target),
                     target.farSide ? formatShortest(*target.farSide) : "",
                     formatNumber(row.result.value), formatNumber(row.result.margin, 2),
                     spread ? spreadText(row) : "",
                     spread ? outOf(row.metIn, evidence.sets.size()) : ""});
  }
  return out;
}

std::string ablationsMarkdown(const Evidence& evidence) {
  std::string out =
      "| mechanism | study | arms | readout | on | off | change | expected | so it is | matters in "
      "|\n|---|---|---|---|---|---|---|---|---|---|\n";
  for (const AblationRow& row : evidence.ablations) {
    const Ablation& ablation = row.mechanism->ablation;
    out += tableRow({row.mechanism->id + " " + row.mechanism->title, ablation.study, ablation.arms,
                     ablation.readout, withUnit(row.result.on, unitOf(row)),
                     withUnit(row.result.off, unitOf(row)), changeText(row),
                     std::string(expectedOf(row)), row.met ? "yes" : "NO",
                     row.inSets.empty() ? "" : outOf(row.mattersIn(), row.inSets.size())});
  }
  return out;
}

std::string readoutsMarkdown(const Evidence& evidence) {
  std::string out =
      "| case | readout | day | arm | against | ours | published | so it is |\n"
      "|---|---|---|---|---|---|---|---|\n";
  for (const CaseRow& row : evidence.readouts) {
    const Readout& readout = *row.result.readout;
    out +=
        tableRow({row.item->id,
                  readout.name + (readout.proxy.empty() ? "" : " (proxy: " + readout.proxy + ")"),
                  formatDay(readout.day), readout.arm, readout.against, contrastText(row),
                  directionOf(readout) + ": " + readout.expected, row.met ? "yes" : "NO"});
  }
  return out;
}

std::string cohortsMarkdown(const Evidence& evidence) {
  std::string out =
      "| case | readout | read as | arm | ours | against | ours | published | so it is |\n"
      "|---|---|---|---|---|---|---|---|---|\n";
  for (const CohortRow& row : evidence.cohorts) {
    const CohortReadout& readout = *row.result.readout;
    const std::string number = publishedText(readout);
    out +=
        tableRow({row.item->id,
                  readout.name + (readout.proxy.empty() ? "" : " (proxy: " + readout.proxy + ")"),
                  endpointText(readout) + ", " + std::to_string(readout.n) + " an arm", readout.arm,
                  answerText(readout, row.result.arm), readout.against,
                  readout.against.empty() ? "" : answerText(readout, row.result.against),
                  readout.expected + (number.empty() ? "" : " (" + number + ")"),
                  row.result.met ? "yes" : "NO"});
  }
  return out;
}

std::string setsMarkdown(const Evidence& evidence) {
  std::string out =
      "| set | directions met | beyond their far side | mechanisms that matter |\n"
      "|---|---|---|---|\n";
  for (const SetScore& set : evidence.sets) {
    out += tableRow({set.id, outOf(set.targetsMet, evidence.targets.size()),
                     std::to_string(set.exaggerated),
                     outOf(set.mechanismsMatter, evidence.ablations.size())});
  }
  return out;
}

}  // namespace

std::string evidenceText(const Evidence& evidence) {
  const std::size_t sets = evidence.sets.size();
  std::string out = joined(summaryOf(evidence), "\n") + "\nParameters: " + evidence.parameters;
  if (sets > 0) out += ", beside " + std::to_string(sets) + " sets of the ensemble";
  out += "\n\nDirections of the literature\n";
  for (const TargetRow& row : evidence.targets) {
    const PublishedTarget& target = *row.target;
    out += target.id + "  " + std::string(verdictOf(row.result)) + ": " +
           formatNumber(row.result.value) + "; allowed: " + allowedText(target);
    if (target.farSide) out += ", far side " + formatShortest(*target.farSide);
    out += "; margin " + formatNumber(row.result.margin, 2);
    if (sets > 0) {
      out += "; ensemble " + spreadText(row) + ", met in " + outOf(row.metIn, sets);
    }
    out += "\n      " + target.source + ": " + joined(target.arms, "; ") + "\n      " +
           target.readout + " (courses of " + formatDay(row.days) + " d)\n";
  }
  out += "\nMechanisms, each switched off in its experiment\n";
  for (const AblationRow& row : evidence.ablations) {
    out += row.mechanism->id + "  " + changeText(row) + ", expected " +
           std::string(expectedOf(row)) + (row.met ? " - so it is" : " - NOT SO");
    if (!row.inSets.empty()) {
      out += "; matters in " + outOf(row.mattersIn(), row.inSets.size());
    }
    out +=
        "\n      " + row.mechanism->ablation.arms + ": " + row.mechanism->ablation.readout + "\n";
  }
  out += "\nReadouts of the cases\n";
  for (const CaseRow& row : evidence.readouts) {
    const Readout& readout = *row.result.readout;
    out += row.item->id + "  " + readout.name + ", day " + formatDay(readout.day) + "\n      " +
           readout.arm + " against " + readout.against + ": " + contrastText(row) +
           "; published: " + directionOf(readout) + (row.met ? " - so it is" : " - NOT SO") + "\n";
    if (!readout.proxy.empty()) out += "      proxy: " + readout.proxy + "\n";
  }
  if (!evidence.cohorts.empty()) out += "\nReadouts that need many who differ\n";
  for (const CohortRow& row : evidence.cohorts) {
    const CohortReadout& readout = *row.result.readout;
    out += row.item->id + "  " + readout.name + ": " + endpointText(readout) + "\n      " +
           readout.arm + ": " + answerText(readout, row.result.arm);
    if (!readout.against.empty()) {
      out += "; " + readout.against + ": " + answerText(readout, row.result.against);
    }
    out += "\n      published: " + readout.expected +
           (row.result.met ? " - so it is" : " - NOT SO") + "\n";
  }
  return out;
}

std::string evidenceMarkdown(const Evidence& evidence) {
  std::string out =
      "# What was published, and what the model says\n\n"
      "Written by `abscope evidence --format markdown`; do not edit it by hand. A teaching model, "
      "**not for\nclinical decisions**. What is wrong stands first in every table.\n\n";
  for (const std::string& line : summaryOf(evidence)) out += "- " + line + "\n";
  out +=
      "\n## Directions of the literature\n\n" + publishedTargetNotation() +
      "\n\nThe ranges are fixed in `tests/science/targets.json`; where a paper gives only a "
      "direction, its range is\nchosen. The margin is in units of the one that is asked for: 1 or "
      "more is met with margin, 0 lies on the\nbound, below 0 the direction is not met. It is "
      "10 % of a bound (by the logarithm where the readout cannot be\nnegative), or a tenth of a "
      "range with two bounds. Beyond the far side the direction is right, but exaggerated;\nat "
      "most " +
      std::to_string(kMostExaggerated) + " may be so.";
  if (!evidence.sets.empty()) {
    out += "\n\n\"Ours\" is the preset; the ensemble is what " +
           std::to_string(evidence.sets.size()) + " parameter sets from independent seeds say.";
  }
  out += "\n\n" + targetsMarkdown(evidence);
  if (!evidence.sets.empty()) out += "\n## The ensemble\n\n" + setsMarkdown(evidence);
  out +=
      "\n## Mechanisms switched off\n\n"
      "Each simulated mechanism at strength 0, in an experiment that was chosen beforehand: its "
      "readout must change\nby 5 % or more, the way that is expected.\n\n" +
      ablationsMarkdown(evidence) +
      "\n## Readouts of the cases\n\n"
      "Every readout with a published direction: higher and lower need 5 % (or 5 points), similar "
      "is a ratio of\n0.75 to 1.33 (or 10 points). One typical animal or patient is compared; "
      "rates "
      "of trials need cohorts\n(`abscope cohort`).\n\n" +
      readoutsMarkdown(evidence);
  if (!evidence.cohorts.empty()) {
    out +=
        "\n## Readouts that need many who differ\n\n"
        "Shares and survival, in mice or patients of `assets/population/` who differ, the same in "
        "every arm; intervals\nare of 95 %. So it is where the arms differ as published (by 5 "
        "points, or 5 % of a median) and the intervals\nmeet: a published share has that of its "
        "n, or 5 points each way where n is not known; a median 10 %.\n\n" +
        cohortsMarkdown(evidence);
  }
  return out;
}

}  // namespace abscope

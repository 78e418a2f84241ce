// Fits the mouse's parameters to the directions of the literature, or the human's to expectations
// and trials, with pagmo's CMA-ES or by linearised rows.
//   abscope_fit [--seed N] [--processes N] [--rounds N] [--minutes M] [--start FILE] [--out FILE]
//               [--preset mouse|human] [--margin X] [--sigma X] [--prior X] [--freeze a,b,c]
//               [--only a,b,c]
//               [--report]
//   abscope_fit --robustness [--start FILE]: targets lost under 3 % noise on every parameter
//   abscope_fit --linearised [--steps N] [--scatter X] [--deviations X] [--threads N] ...
// Each round runs one process a seed for M minutes; the best of them starts the next round. FILE
// holds "name value" lines; scripts of this folder write them into src/model/parameters.def.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <pagmo/algorithm.hpp>
#include <pagmo/algorithms/cmaes.hpp>
#include <pagmo/population.hpp>
#include <pagmo/problem.hpp>
#include <random>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "calibration/descend.h"
#include "calibration/loss.h"
#include "calibration/rows.h"
#include "calibration/trial_rows.h"
#include "library/mechanisms.h"
#include "science/targets_file.h"
#include "trial/physiology.h"

namespace {

using namespace abscope;

struct Options {
  unsigned seed = 1;
  int processes = 1;
  int rounds = 1;
  double minutes = 10;
  double sigma = 0.05;
  int population = 0;  // 0: 4 + 3 ln(n), the usual
  std::string start, out = "fit.txt";
  bool reportOnly = false;
  bool robustnessOnly = false;
  bool linearised = false;
  double scatter = 0;  // of a random start, of each range
  DescendOptions descend;
  // Volumes that set a scale, what is 1 by definition, and what no direction reads.
  std::vector<std::string> frozen = {"clonogenMm3",
                                     "rimMm3",
                                     "killFloorMm3",
                                     "nodeShare",
                                     "hypoxicShareProtected",
                                     "icdLabel",
                                     "hypoxicDrugResistance",
                                     "jakDeafness",
                                     "tregGpx4",
                                     "vesselLossEffect",
                                     "chemoLogKill",
                                     "chemoLymphocyteLoss",
                                     "chemoIcd"};
  LossOptions loss;
};

struct Problem {
  const Loss* loss = nullptr;
  std::size_t size = 1;
  pagmo::vector_double fitness(const pagmo::vector_double& x) const { return {(*loss)(x)}; }
  std::pair<pagmo::vector_double, pagmo::vector_double> get_bounds() const {
    return {pagmo::vector_double(size, 0), pagmo::vector_double(size, 1)};
  }
};

bool readStart(const std::string& path, Parameters& parameters) {
  std::ifstream file(path);
  if (!file) return false;
  std::string name;
  double value;
  while (file >> name >> value) {
    const ParameterId id = parameterByName(name);
    if (id == ParameterId::count) {
      std::fprintf(stderr, "%s: %s is no parameter any more, left out\n", path.c_str(),
                   name.c_str());
      continue;
    }
    parameterValue(parameters, id) = value;
  }
  return true;
}

Parameters parametersAt(const FitSpace& space, const std::vector<double>& unit, Parameters base) {
  for (const ParameterChange& change : space.toChanges(unit)) {
    parameterValue(base, change.id) = change.value;
  }
  return base;
}

void save(const std::string& path, const Parameters& parameters) {
  const std::string part = path + ".part";
  std::FILE* file = std::fopen(part.c_str(), "w");
  if (!file) return;
  for (int i = 0; i < kParameterCount; ++i) {
    const auto id = static_cast<ParameterId>(i);
    std::fprintf(file, "%s %.4g\n", std::string(parameterInfo(id).name).c_str(),
                 parameterValue(parameters, id));
  }
  std::fclose(file);
  std::rename(part.c_str(), path.c_str());
}

Patient patientWith(const Parameters& parameters, Preset preset = Preset::mouse) {
  Patient patient;
  patient.preset = preset;
  for (int i = 0; i < kParameterCount; ++i) {
    const auto id = static_cast<ParameterId>(i);
    patient.changes.push_back({id, parameterValue(parameters, id)});
  }
  return patient;
}

struct Score {
  int met = 0, withMargin = 0, exaggerated = 0, all = 0;
};

Score scoreOf(const std::vector<TargetResult>& results) {
  Score score;
  for (const TargetResult& r : results) {
    score.met += r.met;
    score.withMargin += r.margin >= 1;
    score.exaggerated += r.exaggerated;
    ++score.all;
  }
  return score;
}

std::vector<TargetResult> resultsFor(const std::vector<TargetRange>& ranges,
                                     const Parameters& parameters) {
  SolveOptions options;
  options.fluxIntegrals = false;
  return evaluateTargets(ranges, patientWith(parameters), options);
}

// One process: improves `unit` for the given time and writes the best to `path`.
void improve(const FitSpace& space, const Loss& loss, const std::vector<TargetRange>& ranges,
             const Options& options, unsigned seed, const std::vector<double>& unit,
             Parameters base, const std::string& path) {
  const auto begin = std::chrono::steady_clock::now();
  const auto minutesGone = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / 60;
  };
  const auto n = static_cast<double>(space.size());
  const int lambda =
      options.population > 0 ? options.population : 4 + static_cast<int>(3 * std::log(n));
  pagmo::problem problem{Problem{&loss, space.size()}};
  pagmo::population population{problem};
  std::mt19937 random(seed);
  std::normal_distribution<double> normal(0, options.sigma);
  population.push_back(unit);
  for (int i = 1; i < lambda; ++i) {
    std::vector<double> x = unit;
    for (double& value : x) value += normal(random);
    population.push_back(x);
  }
  pagmo::algorithm algorithm{
      pagmo::cmaes(20, -1, -1, -1, -1, options.sigma, 1e-14, 1e-14, true, false, seed)};
  double best = loss(unit), printed = -1;
  std::vector<double> bestUnit = unit;
  while (minutesGone() < options.minutes) {
    population = algorithm.evolve(population);
    for (std::size_t i = 0; i < population.size(); ++i) {
      if (population.get_f()[i][0] < best) {
        best = population.get_f()[i][0];
        bestUnit = population.get_x()[i];
      }
    }
    if (minutesGone() > printed + 0.5) {
      printed = minutesGone();
      const Parameters now = parametersAt(space, bestUnit, base);
      save(path, now);
      const Score score = scoreOf(resultsFor(ranges, now));
      std::fprintf(stderr,
                   "seed %u  %5.1f min  %8llu tries  loss %.4f (prior %.3f)  met %d  with margin %d"
                   "  exaggerated %d of %d\n",
                   seed, printed, problem.get_fevals() + population.get_problem().get_fevals(),
                   best, loss.prior(bestUnit), score.met, score.withMargin, score.exaggerated,
                   score.all);
    }
  }
  save(path, parametersAt(space, bestUnit, base));
}

void reportExpectations(Preset preset, const Parameters& fitted) {
  const std::vector<double> values = readExpectations(patientWith(fitted, preset));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Expectation& e = expectations(preset)[i];
    const bool met = values[i] >= e.low && values[i] <= e.high;
    std::printf("%-20s %10.4g  [%g, %g]%s  %s\n", std::string(e.id).c_str(), values[i], e.low,
                e.high, met ? "" : "  NOT MET", std::string(e.what).c_str());
  }
}

void reportTrials(const Parameters& fitted) {
  const std::vector<Row> rows = trialRows();
  const std::vector<double> values = readTrials(patientWith(fitted, Preset::human).changes);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const bool isShare = row.id.rfind("share ", 0) == 0;
    const auto shown = [&](double x) { return isShare ? 100 / (1 + std::exp(-x)) : std::exp(x); };
    const bool met = values[i] >= row.low && values[i] <= row.high;
    std::printf("%8.3g  [%.3g, %.3g]%s  %s\n", shown(values[i]), shown(row.low), shown(row.high),
                met ? "" : "  NOT MET", row.id.c_str());
  }
}

void reportAblations(const Parameters& fitted) {
  const std::vector<AblationExperiment> experiments = experimentsOf(catalogue());
  const std::vector<AblationResult> results =
      ablate(experiments, catalogue().arms, patientWith(fitted).changes);
  int held = 0;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const AblationExperiment& e = experiments[i];
    held += matters(e, results[i]);
    std::printf("%-5s %-28s day %2.0f  %10.4g  off %10.4g  %+6.1f %%, wanted %s%s\n",
                std::string(mechanismId(e.mechanism)).c_str(),
                std::string(quantityInfo(e.quantity).name).c_str(), e.day, results[i].on,
                results[i].off, 100 * results[i].change, e.sign > 0 ? "up" : "down",
                matters(e, results[i]) ? "" : "  DOES NOT MATTER");
  }
  std::printf("%d of %zu mechanisms matter\n", held, results.size());
}

void report(const std::vector<TargetRange>& ranges, const Parameters& fitted, Preset preset) {
  const Parameters before = presetParameters(preset);
  std::printf("parameter                          before      fitted   within [low, high]\n");
  for (int i = 0; i < kParameterCount; ++i) {
    const auto id = static_cast<ParameterId>(i);
    const ParameterInfo& info = parameterInfo(id);
    const double value = parameterValue(fitted, id);
    const bool atBound = value < info.low * 1.02 || value > info.high * 0.98;
    std::printf("%-30s %10.4g  %10.4g   [%g, %g]%s\n", std::string(info.name).c_str(),
                parameterValue(before, id), value, info.low, info.high,
                atBound ? "  at the bound" : "");
  }
  reportExpectations(preset, fitted);
  if (preset == Preset::human) {
    reportTrials(fitted);
    return;
  }
  reportAblations(fitted);
  const std::vector<TargetResult> results = resultsFor(ranges, fitted);
  for (const TargetResult& result : results) std::printf("%s\n", describe(result).c_str());
  const Score score = scoreOf(results);
  std::printf("met %d of %d, with margin %d, exaggerated %d\n", score.met, score.all,
              score.withMargin, score.exaggerated);
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
  return parts;
}

Options optionsOf(int argc, char** argv) {
  Options o;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--report") {
      o.reportOnly = true;
      continue;
    }
    if (name == "--robustness") {
      o.robustnessOnly = true;
      continue;
    }
    if (name == "--linearised") {
      o.linearised = true;
      continue;
    }
    if (i + 1 >= argc) {
      std::fprintf(stderr, "%s: needs a value\n", name.c_str());
      std::exit(2);
    }
    const std::string value = argv[++i];
    if (name == "--seed")
      o.seed = static_cast<unsigned>(std::stoul(value));
    else if (name == "--processes")
      o.processes = std::stoi(value);
    else if (name == "--rounds")
      o.rounds = std::stoi(value);
    else if (name == "--minutes")
      o.minutes = std::stod(value);
    else if (name == "--sigma")
      o.sigma = std::stod(value);
    else if (name == "--population")
      o.population = std::stoi(value);
    else if (name == "--preset")
      o.loss.preset = value == "human" ? Preset::human : Preset::mouse;
    else if (name == "--steps")
      o.descend.steps = std::stoi(value);
    else if (name == "--scatter")
      o.scatter = std::stod(value);
    else if (name == "--deviations")
      o.descend.deviations = std::stod(value);
    else if (name == "--pull")
      o.descend.pull = std::stod(value);
    else if (name == "--threads")
      o.descend.threads = std::stoi(value);
    else if (name == "--margin")
      o.loss.margin = std::stod(value);
    else if (name == "--prior")
      o.loss.priorWeight = std::stod(value);
    else if (name == "--start")
      o.start = value;
    else if (name == "--out")
      o.out = value;
    else if (name == "--only") {
      const std::vector<std::string> kept = split(value);
      for (int k = 0; k < kParameterCount; ++k) {
        const std::string id(parameterInfo(static_cast<ParameterId>(k)).name);
        if (std::find(kept.begin(), kept.end(), id) == kept.end()) o.frozen.push_back(id);
      }
    } else if (name == "--freeze") {
      for (const std::string& part : split(value)) o.frozen.push_back(part);
    } else {
      std::fprintf(stderr, "%s: unknown option\n", name.c_str());
      std::exit(2);
    }
  }
  return o;
}

// How many targets 200 draws with 3 % noise on every fitted parameter lose, and which.
void reportRobustness(const FitSpace& space, const std::vector<TargetRange>& ranges,
                      const Parameters& fitted, unsigned seed) {
  constexpr int kDraws = 200;
  constexpr double kNoise = 0.03;
  std::mt19937 random(seed);
  std::normal_distribution<double> normal(0, kNoise);
  std::vector<int> lost;
  std::map<std::string, int> which;
  for (int draw = 0; draw < kDraws; ++draw) {
    Parameters noisy = fitted;
    for (std::size_t i = 0; i < space.size(); ++i) {
      parameterValue(noisy, space.id(i)) *= std::exp(normal(random));
    }
    int count = 0;
    for (const TargetResult& r : resultsFor(ranges, noisy)) {
      if (r.met) continue;
      ++count;
      ++which[std::string(r.id)];
    }
    lost.push_back(count);
  }
  std::sort(lost.begin(), lost.end());
  std::printf("targets lost under 3 %% noise: median %d, 90 %% of draws at most %d, worst %d\n",
              lost[kDraws / 2], lost[kDraws * 9 / 10], lost.back());
  for (const auto& [id, count] : which) {
    if (count >= kDraws / 20) std::printf("  %s in %d of %d\n", id.c_str(), count, kDraws);
  }
}

// Away from `unit` by up to `scatter` of each range, by the seed.
std::vector<double> scattered(std::vector<double> unit, double scatter, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> move(-scatter, scatter);
  for (double& x : unit) {
    x += move(random);
    if (x < 0) x = -x;
    if (x > 1) x = 2 - x;
  }
  return unit;
}

std::vector<double> descended(const FitSpace& space, const std::vector<TargetRange>& ranges,
                              const Options& options, const std::vector<double>& unit,
                              const Parameters& base) {
  const Rows rows(ranges, options.loss);
  int step = 0;
  const auto tell = [&](const Descent& now) {
    save(options.out, parametersAt(space, now.unit, base));
    std::string missed;
    int count = 0;
    for (std::size_t i = 0; i < now.values.size(); ++i) {
      const Row& row = rows.rows()[i];
      if (now.values[i] >= row.low && now.values[i] <= row.high) continue;
      if (++count <= 14) missed += " " + row.id;
    }
    std::fprintf(stderr, "step %2d  miss %.4f  %d rows outside:%s\n", step++, now.miss, count,
                 missed.c_str());
  };
  const std::vector<double> start = scattered(unit, options.scatter, options.seed);
  return descend(space, rows, start, options.descend, tell).unit;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = optionsOf(argc, argv);
  std::string problem;
  const std::vector<TargetRange> ranges = readTargetRanges(targetsFilePath(), problem);
  if (ranges.empty()) {
    std::fprintf(stderr, "%s\n", problem.c_str());
    return 1;
  }
  Parameters base = presetParameters(options.loss.preset);
  if (!options.start.empty() && !readStart(options.start, base)) {
    std::fprintf(stderr, "%s: cannot be opened\n", options.start.c_str());
    return 1;
  }
  const FitSpace space(options.frozen, base);
  const Loss loss(space, ranges, options.loss);
  if (options.reportOnly) {
    report(ranges, base, options.loss.preset);
    return 0;
  }
  if (options.robustnessOnly) {
    reportRobustness(space, ranges, base, options.seed);
    return 0;
  }
  std::vector<double> unit = space.toUnit(base);
  if (options.linearised) {
    unit = descended(space, ranges, options, unit, base);
    report(ranges, parametersAt(space, unit, base), options.loss.preset);
    return 0;
  }
  std::fprintf(stderr, "%d parameters, %d targets, start loss %.4f\n",
               static_cast<int>(space.size()), static_cast<int>(ranges.size()), loss(unit));
  for (int round = 0; round < options.rounds; ++round) {
    const unsigned firstSeed = options.seed + static_cast<unsigned>(round * options.processes);
    const auto pathOf = [&](int k) {
      return options.out + ".seed" + std::to_string(firstSeed + static_cast<unsigned>(k));
    };
    std::vector<pid_t> children;
    for (int k = 0; k < options.processes; ++k) {
      const pid_t child = fork();
      if (child == 0) {
        improve(space, loss, ranges, options, firstSeed + static_cast<unsigned>(k), unit, base,
                pathOf(k));
        std::_Exit(0);
      }
      children.push_back(child);
    }
    for (pid_t child : children) waitpid(child, nullptr, 0);
    double best = loss(unit);
    for (int k = 0; k < options.processes; ++k) {
      Parameters found = base;
      if (!readStart(pathOf(k), found)) continue;
      const std::vector<double> foundUnit = space.toUnit(found);
      if (loss(foundUnit) < best) {
        best = loss(foundUnit);
        unit = foundUnit;
      }
    }
    std::fprintf(stderr, "round %d of %d: loss %.4f\n", round + 1, options.rounds, best);
    save(options.out, parametersAt(space, unit, base));
  }
  report(ranges, parametersAt(space, unit, base), options.loss.preset);
  std::printf("\nWritten to %s; tests/calibration/apply_fit.py writes it into parameters.def.\n",
              options.out.c_str());
  return 0;
}

#include "library/ensemble_fields.h"

#include <array>
#include <optional>

#include "library/scenario_fields.h"

namespace abscope {
namespace {

constexpr TextRule kName{64, true};
constexpr TextRule kTitle{200};
constexpr TextRule kHow{1200};
constexpr int kLargestSeed = 2147483647;
constexpr std::size_t kMostSets = 100;

void describeSet(FieldVisitor& visitor, EnsembleSet& set) {
  visitor.text({"id", "name of the set, unique in the file", true}, kName, set.id);
  visitor.integer({"seed", "seed of its fit", true}, 0, kLargestSeed, set.seed, 0);
  visitor.object(
      {"parameters", "every fitted parameter; those left out are the preset's", true},
      [&set](FieldVisitor& v) {
        std::array<std::optional<double>, kParameterCount> values;
        for (const ParameterChange& change : set.changes) {
          values[static_cast<std::size_t>(change.id)] = change.value;
        }
        set.changes.clear();
        for (std::size_t i = 0; i < values.size(); ++i) {
          const auto id = static_cast<ParameterId>(i);
          const ParameterInfo& info = parameterInfo(id);
          v.optionalNumber({info.name, info.meaning}, {info.low, info.high, info.unit}, values[i]);
          if (values[i]) set.changes.push_back({id, *values[i]});
        }
      });
}

}  // namespace

void describeEnsemble(FieldVisitor& visitor, Ensemble& ensemble) {
  visitor.constant({"format", "what kind of file this is", true}, kEnsembleFormat);
  auto preset = static_cast<int>(ensemble.preset);
  visitor.choice({"preset", "whose parameters", true}, presetNames(), preset, 0);
  ensemble.preset = static_cast<Preset>(preset);
  visitor.text({"title", "name for people", true}, kTitle, ensemble.title);
  visitor.text({"how", "how it was fitted, and with which tool", true}, kHow, ensemble.how);
  visitor.list({"sets", "the parameter sets, each from a seed of its own", true},
               listOf(ensemble.sets, 1, kMostSets, describeSet));
}

}  // namespace abscope

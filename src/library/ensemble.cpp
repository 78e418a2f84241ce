#include "library/ensemble.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/json_writer.h"
#include "library/embedded_assets.h"
#include "library/ensemble_fields.h"
#include "library/json_document.h"
#include "library/json_reader.h"
#include "library/problems.h"

namespace abscope {
namespace {

constexpr std::string_view kFolder = "assets/ensemble/";

bool names(const EnsembleSet& set, ParameterId id) {
  return std::any_of(set.changes.begin(), set.changes.end(),
                     [id](const ParameterChange& change) { return change.id == id; });
}

// Sets of an ensemble differ in what they say of the same parameters.
void checkSameParameters(const EnsembleSet& set, const EnsembleSet& first, const std::string& place,
                         std::vector<Message>& errors) {
  for (int i = 0; i < kParameterCount; ++i) {
    const auto id = static_cast<ParameterId>(i);
    if (names(set, id) == names(first, id)) continue;
    errors.push_back({pathOf(place, parameterInfo(id).name),
                      names(first, id) ? "is missing; the first set has it"
                                       : "is one too many; the first set does not have it"});
  }
}

Problems checkEnsemble(const Ensemble& ensemble) {
  Problems problems;
  const std::vector<EnsembleSet>& sets = ensemble.sets;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const std::string place = pathOf("$.sets", i);
    for (std::size_t j = 0; j < i; ++j) {
      if (sets[j].id == sets[i].id) {
        problems.errors.push_back(
            {place + ".id", jsonQuoted(sets[i].id) + " is the id of a set above"});
      }
      if (sets[j].seed == sets[i].seed) {
        problems.errors.push_back(
            {place + ".seed", "is the seed of a set above; sets need independent seeds"});
      }
    }
    checkSameParameters(sets[i], sets[0], place + ".parameters", problems.errors);
  }
  return problems;
}

}  // namespace

const Ensemble* ensembleOf(Preset preset) {
  static const std::vector<Ensemble> kAll = [] {
    std::vector<Ensemble> all;
    for (const EmbeddedAsset& asset : assetsIn(kFolder)) {
      ReadEnsemble read = readEnsemble(asset.bytes);
      assert(read.errors.empty());  // a test reads every file of the folder
      all.push_back(std::move(read.ensemble));
    }
    return all;
  }();
  const auto found = std::find_if(kAll.begin(), kAll.end(),
                                  [preset](const Ensemble& one) { return one.preset == preset; });
  return found == kAll.end() ? nullptr : &*found;
}

const EnsembleSet* findSet(const Ensemble& ensemble, std::string_view id) {
  const auto found = std::find_if(ensemble.sets.begin(), ensemble.sets.end(),
                                  [id](const EnsembleSet& set) { return set.id == id; });
  return found == ensemble.sets.end() ? nullptr : &*found;
}

ReadEnsemble readEnsemble(std::string_view json) {
  ReadEnsemble result;
  const bool isRead = readDocument(json, result.errors, [&](FieldVisitor& visitor) {
    describeEnsemble(visitor, result.ensemble);
  });
  if (!isRead) return result;
  std::vector<Message> none;
  addProblems(checkEnsemble(result.ensemble), result.errors, none);
  return result;
}

std::string writeEnsemble(const Ensemble& ensemble) {
  Ensemble copy = ensemble;
  return writeDocument([&](FieldVisitor& visitor) { describeEnsemble(visitor, copy); });
}

std::string ensembleSchema() {
  Ensemble scratch;
  return schemaDocument({"urn:abscope:ensemble:1", "Abscope ensemble",
                         "Parameter sets of one preset, fitted from independent seeds."},
                        [&](FieldVisitor& visitor) { describeEnsemble(visitor, scratch); });
}

}  // namespace abscope

#include "library/mechanisms.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/json_writer.h"
#include "library/embedded_assets.h"
#include "library/json_document.h"
#include "library/json_reader.h"
#include "library/mechanism_check.h"
#include "library/mechanism_fields.h"
#include "library/problems.h"

namespace abscope {
namespace {

template <class T>
const T* findById(const std::vector<T>& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [id](const T& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

Catalogue readEmbedded() {
  const EmbeddedAsset* asset = findAsset("assets/catalogue/mechanisms.json");
  assert(asset != nullptr);
  ReadCatalogue read = readCatalogue(asset->bytes);
  assert(read.errors.empty());  // a test reads the file
  return std::move(read.catalogue);
}

}  // namespace

const Catalogue& catalogue() {
  static const Catalogue kCatalogue = readEmbedded();
  return kCatalogue;
}

const Mechanism* findMechanism(std::string_view id) { return findById(catalogue().mechanisms, id); }

const Reference* findReference(const Catalogue& catalogue, std::string_view id) {
  return findById(catalogue.references, id);
}

const Scenario* findArm(const Catalogue& catalogue, std::string_view id) {
  return findById(catalogue.arms, id);
}

std::vector<AblationExperiment> experimentsOf(const Catalogue& catalogue) {
  const auto placeOf = [&](std::string_view id) {
    const Scenario* arm = findArm(catalogue, id);
    return arm ? static_cast<int>(arm - catalogue.arms.data()) : -1;
  };
  std::vector<AblationExperiment> experiments;
  for (const Mechanism& row : catalogue.mechanisms) {
    const MechanismId id = mechanismById(row.id);
    if (!row.simulated || id == MechanismId::count) continue;
    AblationExperiment e;
    e.mechanism = id;
    e.quantity = row.ablation.quantity;
    e.day = row.ablation.day;
    e.arm = placeOf(row.ablation.arm);
    e.against = placeOf(row.ablation.against);
    e.sign = row.ablation.sign == Sign::hinders ? -1 : 1;
    if (e.arm >= 0) experiments.push_back(e);
  }
  return experiments;
}

ReadCatalogue readCatalogue(std::string_view json) {
  ReadCatalogue result;
  const bool isRead = readDocument(json, result.errors, [&](FieldVisitor& visitor) {
    describeCatalogue(visitor, result.catalogue);
  });
  if (!isRead) return result;
  addProblems(checkCatalogue(result.catalogue), result.errors, result.warnings);
  return result;
}

std::string writeCatalogue(const Catalogue& catalogue) {
  Catalogue copy = catalogue;
  return writeDocument([&](FieldVisitor& visitor) { describeCatalogue(visitor, copy); });
}

std::string catalogueSchema() {
  Catalogue scratch;
  return schemaDocument({"urn:abscope:mechanisms:1", "Abscope catalogue of mechanisms",
                         "The mechanisms of the review, their sources and their tests."},
                        [&](FieldVisitor& visitor) { describeCatalogue(visitor, scratch); });
}

}  // namespace abscope

#include "library/mechanisms.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/json_writer.h"
#include "library/embedded_assets.h"
#include "library/field_reader.h"
#include "library/field_writer.h"
#include "library/json_reader.h"
#include "library/mechanism_check.h"
#include "library/mechanism_fields.h"
#include "library/problems.h"
#include "library/schema_writer.h"

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
  ParsedJson parsed = parseJson(json);
  result.errors = std::move(parsed.messages);
  if (!parsed.ok) return result;
  readObjectAt(parsed.value, "$", result.errors,
               [&](FieldVisitor& visitor) { describeCatalogue(visitor, result.catalogue); });
  if (!parsed.value.is_object()) return result;
  addProblems(checkCatalogue(result.catalogue), result.errors, result.warnings);
  return result;
}

std::string writeCatalogue(const Catalogue& catalogue) {
  JsonWriter out;
  out.beginObject();
  FieldWriter writer(out);
  Catalogue copy = catalogue;
  describeCatalogue(writer, copy);
  out.endObject();
  return out.take();
}

std::string catalogueSchema() {
  JsonWriter out;
  out.beginObject();
  out.field("$schema", "https://json-schema.org/draft/2020-12/schema");
  out.field("$id", "urn:abscope:mechanisms:1");
  out.field("title", "Abscope catalogue of mechanisms");
  out.field("description", "The mechanisms of the review, their sources and their tests.");
  Catalogue scratch;
  SchemaWriter::writeObjectRules(
      out, [&](FieldVisitor& visitor) { describeCatalogue(visitor, scratch); });
  out.endObject();
  return out.take();
}

}  // namespace abscope

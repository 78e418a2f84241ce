#include "library/populations.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/format.h"
#include "core/json_writer.h"
#include "library/embedded_assets.h"
#include "library/json_document.h"
#include "library/json_reader.h"
#include "library/population_fields.h"
#include "library/problems.h"

namespace abscope {
namespace {

using Shape = Distribution::Shape;

constexpr std::string_view kFolder = "assets/population/";

std::string quoted(VariedQuantity quantity) { return jsonQuoted(nameOf(quantity)); }

// What the numbers of one entry must keep beside the ranges of their fields.
void checkVariation(const Variation& variation, const std::string& place,
                    std::vector<Message>& errors) {
  const VariedQuantity quantity = variation.quantity;
  const bool isResistance = quantity.kind == VariedQuantity::Kind::resistance;
  if (isResistance && variation.isFactor) {
    errors.push_back({place + ".as",
                      "a resistance is 0 in most patients, so a factor does nothing; "
                      "write \"as\": \"value\""});
  }
  const std::string_view unit = variation.isFactor ? "ratio" : unitOf(quantity);
  if (variation.unit != unit) {
    errors.push_back({place + ".unit", "needs " + jsonQuoted(unit) + ", the unit of " +
                                           (variation.isFactor ? "a factor" : quoted(quantity))});
  }
  const Distribution& d = variation.distribution;
  const std::string numbers = place + ".distribution";
  const auto mustBeInside = [&](double value) {
    if (variation.isFactor) {
      if (value <= 0) errors.push_back({numbers, "a factor must be above 0"});
      return;
    }
    const double low = lowestOf(quantity), high = highestOf(quantity);
    if (value >= low && value <= high) return;
    errors.push_back({numbers, formatShortest(value) + " is out of the range of " +
                                   quoted(quantity) + "; allowed: " + formatShortest(low) + " to " +
                                   formatShortest(high) + " " + std::string(unitOf(quantity))});
  };
  mustBeInside(d.centre);
  if (d.shape != Shape::uniform) return;
  mustBeInside(d.spread);
  if (d.spread <= d.centre) errors.push_back({numbers, "\"high\" must be above \"low\""});
}

Problems checkPopulation(const Population& population) {
  Problems problems;
  std::vector<Message>& errors = problems.errors;
  const std::vector<Variation>& variations = population.variations;
  const auto isVaried = [&](VariedQuantity quantity, std::size_t before) {
    const auto end = variations.begin() + static_cast<std::ptrdiff_t>(before);
    return std::any_of(variations.begin(), end,
                       [&](const Variation& variation) { return variation.quantity == quantity; });
  };
  for (std::size_t i = 0; i < variations.size(); ++i) {
    const std::string place = pathOf("$.variations", i);
    if (isVaried(variations[i].quantity, i)) {
      errors.push_back({place + ".quantity",
                        quoted(variations[i].quantity) + " is already varied by an entry above"});
    }
    checkVariation(variations[i], place, errors);
  }
  const std::vector<Correlation>& correlations = population.correlations;
  for (std::size_t i = 0; i < correlations.size(); ++i) {
    const Correlation& c = correlations[i];
    const std::string place = pathOf("$.correlations", i);
    const auto mustVary = [&](VariedQuantity quantity, std::string_view field) {
      if (isVaried(quantity, variations.size())) return;
      errors.push_back(
          {pathOf(place, field), quoted(quantity) + " is not among the variations of this file"});
    };
    mustVary(c.first, "first");
    mustVary(c.second, "second");
    if (c.first == c.second) {
      errors.push_back({place + ".second", "is the same quantity as \"first\""});
    }
    for (std::size_t j = 0; j < i; ++j) {
      const Correlation& other = correlations[j];
      if ((other.first == c.first && other.second == c.second) ||
          (other.first == c.second && other.second == c.first)) {
        errors.push_back({place, "these two are already correlated by an entry above"});
      }
    }
  }
  if (errors.empty() && !correlationsArePossible(population)) {
    errors.push_back({"$.correlations",
                      "contradict each other (the matrix is not positive definite); bring the "
                      "coefficients nearer to 0"});
  }
  constexpr int kTried = 200;
  constexpr double kFewest = 0.05;
  if (errors.empty() && PatientSampler(population, 1).shareWhoEnter(kTried) < kFewest) {
    errors.push_back({"$.longestDoublingDays",
                      "hardly anyone enters (less than 5 % of 200 patients); allow more days"});
  }
  return problems;
}

}  // namespace

ReadPopulation readPopulation(std::string_view json) {
  ReadPopulation result;
  const bool isRead = readDocument(json, result.errors, [&](FieldVisitor& visitor) {
    describePopulation(visitor, result.population);
  });
  if (!isRead) return result;
  std::vector<Message> none;
  addProblems(checkPopulation(result.population), result.errors, none);
  return result;
}

std::string writePopulation(const Population& population) {
  Population copy = population;
  return writeDocument([&](FieldVisitor& visitor) { describePopulation(visitor, copy); });
}

std::string populationSchema() {
  Population scratch;
  return schemaDocument(
      {"urn:abscope:population:1", "Abscope population",
       "Patients who differ: what varies between them, how, and what goes together."},
      [&](FieldVisitor& visitor) { describePopulation(visitor, scratch); });
}

const std::vector<Population>& populations() {
  static const std::vector<Population> kAll = [] {
    std::vector<Population> all;
    for (const EmbeddedAsset& asset : assetsIn(kFolder)) {
      ReadPopulation read = readPopulation(asset.bytes);
      assert(read.errors.empty());  // a test reads every file of the folder
      all.push_back(std::move(read.population));
    }
    return all;
  }();
  return kAll;
}

const Population* findPopulation(std::string_view id) {
  const auto found = std::find_if(populations().begin(), populations().end(),
                                  [id](const Population& one) { return one.id == id; });
  return found == populations().end() ? nullptr : &*found;
}

const Population& usualPopulation(Preset preset) {
  const Population* usual =
      findPopulation(preset == Preset::human ? "human-nsclc" : "mouse-inbred");
  assert(usual != nullptr);  // a test asks for both
  return *usual;
}

}  // namespace abscope

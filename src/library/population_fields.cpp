#include "library/population_fields.h"

#include <array>

#include "library/scenario_fields.h"

namespace abscope {
namespace {

using Shape = Distribution::Shape;

constexpr TextRule kName{64, true};
constexpr TextRule kTitle{200};
constexpr TextRule kUnit{40};
constexpr TextRule kSource{400};
constexpr TextRule kNote{1200};
constexpr NumberRule kVolume{kMinVolumeMm3, kMaxVolumeMm3, "mm3"};
constexpr NumberRule kValue{0, 1e7, "in the unit of the entry"};
constexpr NumberRule kSpread{0, kMaxCoefficientOfVariation, "ratio"};
constexpr NumberRule kPrevalence{0, 1, "fraction"};
constexpr NumberRule kCoefficient{-0.99, 0.99, "ratio"};
constexpr std::size_t kMostVariations = 60, kMostCorrelations = 60;

constexpr std::array<std::string_view, 2> kWays = {"factor", "value"};

std::span<const std::string_view> quantityNames() {
  static const std::vector<std::string_view> kNames = [] {
    std::vector<std::string_view> names;
    for (VariedQuantity quantity : variedQuantities()) names.push_back(nameOf(quantity));
    return names;
  }();
  return kNames;
}

void describeQuantity(FieldVisitor& visitor, const Field& field, VariedQuantity& quantity) {
  const std::vector<VariedQuantity>& all = variedQuantities();
  int index = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == quantity) index = static_cast<int>(i);
  }
  visitor.choice(field, quantityNames(), index, 0);
  quantity = all[static_cast<std::size_t>(index)];
}

void describeDistribution(FieldVisitor& visitor, Distribution& distribution) {
  // One entry that bears the name of the distribution and holds its two numbers.
  struct Named {
    Field field;
    Shape shape;
    Field centre;
    Field spread;
    NumberRule spreadRule;
  };
  static constexpr std::array<Named, 4> kNamed = {{
      {{"lognormal", "skewed to high values, never negative", true},
       Shape::lognormal,
       {"median", "half of the patients have less", true},
       {"cv", "coefficient of variation: standard deviation over mean", true},
       kSpread},
      {{"normal", "symmetric about its mean", true},
       Shape::normal,
       {"mean", "mean", true},
       {"sd", "standard deviation", true},
       kValue},
      {{"uniform", "every value between two is as likely", true},
       Shape::uniform,
       {"low", "lowest value", true},
       {"high", "highest value", true},
       kValue},
      {{"bernoulli", "some patients have it, the others are as the arm or the preset is", true},
       Shape::bernoulli,
       {"value", "what those have who have it", true},
       {"prevalence", "share of the patients who have it", true},
       kPrevalence},
  }};
  std::array<Variant, kNamed.size()> variants;
  int which = -1;
  for (std::size_t i = 0; i < kNamed.size(); ++i) {
    const Named& named = kNamed[i];
    if (distribution.shape == named.shape) which = static_cast<int>(i);
    variants[i] = {named.field.name, [&distribution, &named](FieldVisitor& outer) {
                     distribution.shape = named.shape;
                     outer.object(named.field, [&](FieldVisitor& v) {
                       v.number(named.centre, kValue, distribution.centre, 0);
                       v.number(named.spread, named.spreadRule, distribution.spread, 0);
                     });
                   }};
  }
  visitor.numberOrObject({"distribution", "how it varies; a number is the same for everyone", true},
                         kValue, distribution.centre, variants, which);
  if (which < 0) distribution.shape = Shape::fixed;
}

void describeVariation(FieldVisitor& visitor, Variation& variation) {
  describeQuantity(visitor,
                   {"quantity", "what varies: a volume, a resistance or a parameter", true},
                   variation.quantity);
  int way = variation.isFactor ? 0 : 1;
  visitor.choice({"as", "what is drawn: a factor on what the arm or the preset has, or the value"},
                 kWays, way, 0);
  variation.isFactor = way == 0;
  describeDistribution(visitor, variation.distribution);
  visitor.text({"unit", "of the numbers: \"ratio\" for a factor, else that of the quantity", true},
               kUnit, variation.unit);
  visitor.text({"source", "a reference, or \"illustrative\" with the reason", true}, kSource,
               variation.source);
}

void describeCorrelation(FieldVisitor& visitor, Correlation& correlation) {
  describeQuantity(visitor, {"first", "one varied quantity", true}, correlation.first);
  describeQuantity(visitor, {"second", "another one", true}, correlation.second);
  visitor.number({"coefficient", "correlation of their normal scores", true}, kCoefficient,
                 correlation.coefficient, 0);
  visitor.text({"source", "a reference, or \"illustrative\" with the reason", true}, kSource,
               correlation.source);
}

}  // namespace

void describePopulation(FieldVisitor& visitor, Population& population) {
  visitor.constant({"format", "what kind of file this is", true}, kPopulationFormat);
  visitor.text({"id", "name for the command line; the name of the file", true}, kName,
               population.id);
  visitor.text({"title", "name for people", true}, kTitle, population.title);
  visitor.text({"note", "whom it stands for, and how it was chosen", true}, kNote, population.note);
  int preset = static_cast<int>(population.preset);
  visitor.choice({"preset", "whose parameters", true}, presetNames(), preset, 0);
  population.preset = static_cast<Preset>(preset);
  visitor.number({"irradiatedMm3", "volume on day 0 that varies where no arm gives one", true},
                 kVolume, population.irradiatedMm3, 0);
  visitor.number({"distantMm3", "volume on day 0 that varies where no arm gives one", true},
                 kVolume, population.distantMm3, 0);
  visitor.number({"longestDoublingDays",
                  "who enters: both tumours double within this time, untreated, on day 0; 0: "
                  "everyone"},
                 {1, 10000, "days", true}, population.longestDoublingDays, 0);
  visitor.list({"variations", "what differs from patient to patient", true},
               listOf(population.variations, 1, kMostVariations, describeVariation));
  visitor.list({"correlations", "which quantities go together"},
               listOf(population.correlations, 0, kMostCorrelations, describeCorrelation));
}

}  // namespace abscope

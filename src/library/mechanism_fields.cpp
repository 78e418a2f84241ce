#include "library/mechanism_fields.h"

#include <span>

#include "library/scenario_fields.h"

namespace abscope {
namespace {

constexpr TextRule kName{64, true};
constexpr TextRule kLine{200};
constexpr TextRule kParagraph{1200};
constexpr std::size_t kMostMechanisms = 200, kMostEntries = 40, kMostFluxes = 400, kMostArms = 200,
                      kMostReferences = 400;

constexpr auto kQuantities = [] {
  std::array<std::string_view, kQuantityCount> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kQuantityInfo[i].name;
  return names;
}();

template <class T>
void describeChoice(FieldVisitor& visitor, const Field& field,
                    std::span<const std::string_view> names, T& value) {
  auto index = static_cast<int>(value);
  visitor.choice(field, names, index, 0);
  value = static_cast<T>(index);
}

void describeReference(FieldVisitor& visitor, Reference& reference) {
  visitor.text({"id", "name that the mechanisms use, unique", true}, kName, reference.id);
  visitor.text({"author", "first author", true}, kLine, reference.author);
  visitor.text({"journal", "journal, volume and pages", true}, kLine, reference.journal);
  visitor.integer({"year", "year of publication", true}, 1900, 2100, reference.year, 0);
  visitor.text({"doi", "digital object identifier; left out where none was found"}, kLine,
               reference.doi);
  visitor.text({"pmid", "PubMed number"}, kName, reference.pmid);
  visitor.text({"pmcid", "PubMed Central number"}, kName, reference.pmcid);
}

void describeDifference(FieldVisitor& visitor, Difference& difference) {
  visitor.text({"review", "what the review says", true}, kParagraph, difference.review);
  visitor.text({"primary", "what is true, or what its source says", true}, kParagraph,
               difference.primary);
  visitor.text({"entry", "number in the list of differences", true}, kName, difference.entry);
}

void describeAblation(FieldVisitor& visitor, Ablation& ablation) {
  visitor.text({"study", "which study the experiment is of", true}, kLine, ablation.study);
  visitor.text({"target", "id of the calibration target it is taken from"}, kName, ablation.target);
  visitor.text({"arms", "the arms in words", true}, kLine, ablation.arms);
  visitor.text({"readout", "what is read, in words", true}, kLine, ablation.readout);
  describeChoice(visitor, {"quantity", "what is read off the course", true}, kQuantities,
                 ablation.quantity);
  visitor.number({"day", "day of the course", true}, {0, kMaxCourseDays, "days"}, ablation.day, 0);
  visitor.text({"arm", "id of the arm", true}, kName, ablation.arm);
  visitor.text({"against", "id of the arm that it is divided by"}, kName, ablation.against);
  describeChoice(visitor, {"sign", "of the change of the readout with the mechanism off", true},
                 std::span(kSignIds).first(2), ablation.sign);
}

void describeMechanism(FieldVisitor& visitor, Mechanism& item) {
  visitor.text({"id", "id in the inventory of the review", true}, kName, item.id);
  visitor.text({"title", "name for people", true}, kLine, item.title);
  visitor.text({"from", "what acts", true}, kLine, item.from);
  visitor.text({"to", "on what it acts", true}, kLine, item.to);
  describeChoice(visitor, {"sign", "for tumour control: helps, hinders, both, unknown", true},
                 kSignIds, item.sign);
  visitor.text({"doseDependence", "how it depends on the dose; empty where nothing is known", true},
               kParagraph, item.doseDependence);
  visitor.text({"sentence", "one sentence for a student", true}, kParagraph, item.sentence);
  describeChoice(visitor, {"settled", "how sure it is", true}, kSettledIds, item.settled);
  visitor.texts({"references", "ids of references", true}, kName, kMostEntries, item.references);
  visitor.texts({"reviewReferences", "numbers in the reference list of the review", true}, kName,
                kMostEntries, item.reviewReferences);
  visitor.list({"differences", "where the review is wrong, or its source says less"},
               listOf(item.differences, 0, kMostEntries, describeDifference));
  visitor.flag({"simulated", "whether the model has it", true}, item.simulated, true);
  visitor.text({"reason", "why it is known, but not simulated"}, kParagraph, item.reason);
  visitor.texts({"fluxes", "the fluxes of the model that carry it"}, kName, kMostFluxes,
                item.fluxes);
  if (item.simulated) {
    visitor.object({"ablation", "the experiment that must feel it; of a simulated mechanism"},
                   [&item](FieldVisitor& v) { describeAblation(v, item.ablation); });
  }
}

void describeTurnover(FieldVisitor& visitor, Turnover& turnover) {
  visitor.text({"flux", "name of the flux", true}, kName, turnover.flux);
  visitor.text({"what", "what it is, in a sentence", true}, kLine, turnover.what);
}

}  // namespace

void describeCatalogue(FieldVisitor& visitor, Catalogue& catalogue) {
  visitor.constant({"format", "what kind of file this is", true}, kCatalogueFormat);
  visitor.list({"mechanisms", "the inventory of the review", true},
               listOf(catalogue.mechanisms, 1, kMostMechanisms, describeMechanism));
  visitor.list({"turnover", "fluxes that carry no mechanism of the review", true},
               listOf(catalogue.turnover, 0, kMostFluxes, describeTurnover));
  visitor.list({"arms", "the arms of the ablations", true},
               listOf(catalogue.arms, 1, kMostArms, describeArm));
  visitor.list({"references", "the papers", true},
               listOf(catalogue.references, 1, kMostReferences, describeReference));
}

}  // namespace abscope

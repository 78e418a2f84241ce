#pragma once
// The catalogue of mechanisms: every mechanism of the review's inventory in our words, with its
// sources, the fluxes that carry it, and the experiment that must feel it when it is switched off.
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "library/cases.h"
#include "model/experiment.h"
#include "model/quantity.h"
#include "model/scenario.h"

namespace abscope {

// What a mechanism does to tumour control; of a readout: which way it moves.
enum class Sign : int { helps, hinders, both, unknown, count };

enum class Settled : int { settled, preclinical, debated, count };

struct Reference {
  std::string id;       // such as "klug-2013"
  std::string author;   // first author
  std::string journal;  // with volume and pages
  int year = 0;
  std::string doi;  // empty where none was found
  std::string pmid;
  std::string pmcid;
};

// With the strength of the mechanism at 0, the readout must lie on the side of `sign` by 5 % or
// more. Fixed before the model was looked at.
struct Ablation {
  std::string study;   // which study the experiment is of
  std::string target;  // id of the calibration target it is taken from; may be empty
  std::string arms;    // in words
  std::string readout;
  Quantity quantity = Quantity::irradiatedVolume;
  double day = 0;
  std::string arm;            // id among the arms of the catalogue
  std::string against;        // that it is divided by; empty: the arm alone
  Sign sign = Sign::unknown;  // of the change of the readout
};

struct Mechanism {
  std::string id;  // of the review's inventory, such as "P03"
  std::string title;
  std::string from;
  std::string to;
  Sign sign = Sign::unknown;   // for tumour control
  std::string doseDependence;  // empty: none known
  std::string sentence;        // for a student
  Settled settled = Settled::preclinical;
  std::vector<std::string> references;        // ids among the references of the catalogue
  std::vector<std::string> reviewReferences;  // numbers in the list of the review
  std::vector<Difference> differences;        // where the review is wrong, or its source says less
  bool simulated = true;
  std::string reason;               // why not, of a mechanism that is not simulated
  std::vector<std::string> fluxes;  // that carry it
  Ablation ablation;                // of a simulated one
};

// A flux that carries no mechanism of the review, and what it is.
struct Turnover {
  std::string flux;
  std::string what;
};

struct Catalogue {
  std::vector<Mechanism> mechanisms;
  std::vector<Turnover> turnover;
  std::vector<Scenario> arms;  // of the ablations
  std::vector<Reference> references;
};

inline constexpr int kMostNotSimulated = 8;

// The catalogue that travels inside the program.
const Catalogue& catalogue();
// Null when there is none.
const Mechanism* findMechanism(std::string_view id);
const Reference* findReference(const Catalogue& catalogue, std::string_view id);
const Scenario* findArm(const Catalogue& catalogue, std::string_view id);

// The ablations of the simulated mechanisms, in the order of the rows; arms by their place in
// catalogue.arms.
std::vector<AblationExperiment> experimentsOf(const Catalogue& catalogue);

struct ReadCatalogue {
  Catalogue catalogue;
  std::vector<Message> errors;
  std::vector<Message> warnings;
};
ReadCatalogue readCatalogue(std::string_view json);
std::string writeCatalogue(const Catalogue& catalogue);
std::string catalogueSchema();

}  // namespace abscope

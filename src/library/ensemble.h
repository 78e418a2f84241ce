#pragma once
// The ensemble: parameter sets of one preset that were fitted from independent seeds, so that what
// the model says can be told from what one set of numbers says.
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "model/patient.h"

namespace abscope {

struct EnsembleSet {
  std::string id;
  int seed = 0;                          // of the random numbers of its fit
  std::vector<ParameterChange> changes;  // every fitted parameter, in the order of the table
};

struct Ensemble {
  std::string title;
  std::string how;  // how it was fitted, and with which tool
  Preset preset = Preset::mouse;
  std::vector<EnsembleSet> sets;
};

// The ensemble of this preset that travels inside the program. Null when there is none.
const Ensemble* ensembleOf(Preset preset);
// Null when there is none of this id.
const EnsembleSet* findSet(const Ensemble& ensemble, std::string_view id);

struct ReadEnsemble {
  Ensemble ensemble;  // to be used only when there are no errors
  std::vector<Message> errors;
};
ReadEnsemble readEnsemble(std::string_view json);
std::string writeEnsemble(const Ensemble& ensemble);
std::string ensembleSchema();

}  // namespace abscope

#pragma once
// Everything that a parameter set must show, as rows of one system of inequalities: each readout on
// a scale on which it is nearly linear in the parameters (mostly its logarithm), and where it may
// lie.
#include <string>
#include <vector>

#include "calibration/loss.h"
#include "trial/ablation.h"

namespace abscope {

struct Row {
  std::string id;
  double low, high;   // on the row's scale; infinite where open
  double weight = 1;  // of a miss
};

class Rows {
 public:
  Rows(std::vector<TargetRange> ranges, const LossOptions& options);

  const std::vector<Row>& rows() const { return rows_; }
  // The readouts of this parameter set on the rows' scales; not a number where there is none.
  std::vector<double> read(const std::vector<ParameterChange>& changes) const;

 private:
  LossOptions options_;
  std::vector<Row> rows_;
  std::vector<bool> isLogarithm_;  // of the targets' rows
  std::vector<AblationExperiment> experiments_;
};

}  // namespace abscope

#pragma once
// The curves on the screen as files: a drawing and a table.
#include <string>

#include "app/state.h"

namespace abscope {

// Scalable vector graphics of the plot as it is chosen now (tumour, measure, scale, kinds shown),
// in the inks of the paper theme.
std::string plotSvg(const AppState& app);

// The same curves as comma-separated values: a row a sample, a column a curve, units in the head.
std::string plotCsv(const AppState& app);

// "dewan-2009-8x3-distant": for the name of a file.
std::string exportName(const AppState& app);

}  // namespace abscope

#pragma once
// The texts of a lesson with the numbers and fluxes of this run.
#include <string>
#include <string_view>

#include "app/state.h"

namespace abscope {

// "1.2 mm³", "-34 %", "12 days".
std::string quantityText(Quantity quantity, double value);
std::string filledForRun(const AppState& app, std::string_view text);

}  // namespace abscope

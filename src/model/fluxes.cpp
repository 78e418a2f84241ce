#include "model/fluxes.h"

namespace abscope {

std::string_view poolName(Pool pool) {
  if (isTumour(pool)) return kTumourStateInfo[static_cast<std::size_t>(tumourState(pool))].name;
  if (isSystem(pool)) return kSystemStateInfo[static_cast<std::size_t>(systemState(pool))].name;
  return "outside";
}

}  // namespace abscope

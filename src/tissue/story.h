#pragma once
// The life of one cell on screen, in named fluxes: what a click on it can tell.
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/fluxes.h"
#include "tissue/cell_kind.h"

namespace abscope {

using CellId = std::uint32_t;
inline constexpr CellId kNoCell = 0xffffffffU;

// A named flux of the course, of one tumour or of the system.
struct FluxRef {
  enum class Scope : std::uint8_t { none, tumour, system };
  Scope scope = Scope::none;     // none: there from the start, or still there at the end
  std::uint8_t index = 0;        // of TumourFlux or SystemFlux
  Site site = Site::irradiated;  // of a tumour flux

  bool operator==(const FluxRef&) const = default;
};
static_assert(kTumourFluxCount <= 255 && kSystemFluxCount <= 255);

constexpr FluxRef fluxRef(TumourFlux flux, Site site) {
  return {FluxRef::Scope::tumour, static_cast<std::uint8_t>(flux), site};
}
constexpr FluxRef fluxRef(SystemFlux flux) {
  return {FluxRef::Scope::system, static_cast<std::uint8_t>(flux), Site::irradiated};
}

// Name, states and mechanisms of the flux; nullptr for none.
const FluxInfo* fluxInfo(FluxRef flux);

// From `day` on the cell is of `kind` in `panel`, because of `flux`.
struct CellChange {
  double day;
  CellKind kind;
  Panel panel;
  FluxRef flux;  // none: it was there on day 0
};

struct CellStory {
  CellId id = kNoCell;
  std::vector<CellChange> changes;  // the first is how it came
  bool ends = false;                // within the course
  double endDay = 0;
  FluxRef endFlux;
  CellId killer =
      kNoCell;  // the CD8 (effector or resident), NK or M1 cell that touched it when it was killed
  CellId mother = kNoCell;  // the tumour or CD8 cell that it divided from
  int kills = 0;            // tumour cells that it killed over its whole life
};

}  // namespace abscope

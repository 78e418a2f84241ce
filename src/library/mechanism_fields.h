#pragma once
// The fields of the catalogue of mechanisms, declared once (see fields.h).
#include <array>
#include <string_view>

#include "library/fields.h"
#include "library/mechanisms.h"

namespace abscope {

inline constexpr std::string_view kCatalogueFormat = "abscope-mechanisms/1";

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Sign::count)> kSignIds = {
    "+", "-", "+/-", "?"};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Settled::count)>
    kSettledIds = {"settled", "preclinical", "debated"};

void describeCatalogue(FieldVisitor& visitor, Catalogue& catalogue);

}  // namespace abscope

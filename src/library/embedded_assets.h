// The files of assets/ (and the subset fonts) that travel inside the program, so that a page needs
// no second download and a sandboxed frame no fetch. The table is generated at build time.
#pragma once

#include <span>
#include <string_view>

namespace abscope {

struct EmbeddedAsset {
  std::string_view path;   // relative to the repository, e.g. "assets/cases/dewan-2009.json"
  std::string_view bytes;  // JSON is minified; fonts are TrueType
};

// Sorted by path.
std::span<const EmbeddedAsset> embeddedAssets();

// Those whose path begins so: "assets/cases/".
std::span<const EmbeddedAsset> assetsIn(std::string_view folder);

// Null when there is no such file.
const EmbeddedAsset* findAsset(std::string_view path);

}  // namespace abscope

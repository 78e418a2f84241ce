#include "library/embedded_assets.h"

#include <algorithm>
#include <cstddef>

namespace abscope {

std::span<const EmbeddedAsset> assetsIn(std::string_view folder) {
  const auto inside = [folder](const EmbeddedAsset& asset) {
    return asset.path.substr(0, folder.size()) == folder;
  };
  const std::span<const EmbeddedAsset> all = embeddedAssets();
  const auto first = std::find_if(all.begin(), all.end(), inside);
  const auto last = std::find_if_not(first, all.end(), inside);
  return all.subspan(static_cast<std::size_t>(first - all.begin()),
                     static_cast<std::size_t>(last - first));
}

}  // namespace abscope

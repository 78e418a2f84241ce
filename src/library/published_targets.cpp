#include "library/published_targets.h"

#include <cassert>

#include "library/embedded_assets.h"
#include "library/json_reader.h"

namespace abscope {
namespace {

std::optional<double> numberOf(const Json& node) {
  if (!node.is_number()) return {};
  return node.get<double>();
}

// Of a file that is ours and that a test reads: nothing in it is missing.
const Json& document() {
  static const Json kDocument = [] {
    const EmbeddedAsset* asset = findAsset("tests/science/targets.json");
    assert(asset != nullptr);
    return parseJson(asset->bytes).value;
  }();
  return kDocument;
}

}  // namespace

const std::vector<PublishedTarget>& publishedTargets() {
  static const std::vector<PublishedTarget> kAll = [] {
    std::vector<PublishedTarget> all;
    for (const Json& entry : document()["targets"]) {
      PublishedTarget target;
      target.id = entry["id"].get<std::string>();
      target.source = entry["source"].get<std::string>();
      target.arms = entry["arms"].get<std::vector<std::string>>();
      target.readout = entry["readout"].get<std::string>();
      target.low = numberOf(entry["range"][0]);
      target.high = numberOf(entry["range"][1]);
      if (entry.contains("farSide")) target.farSide = numberOf(entry["farSide"]);
      all.push_back(std::move(target));
    }
    return all;
  }();
  return kAll;
}

const std::string& publishedTargetNotation() {
  static const auto kNotation = document()["rules"][0].get<std::string>();
  return kNotation;
}

}  // namespace abscope

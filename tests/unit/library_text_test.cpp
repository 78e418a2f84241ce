// The words on screen.
#include <algorithm>

#include <doctest/doctest.h>

#include "library/embedded_assets.h"
#include "library/text.h"

namespace abscope {
namespace {

TEST_CASE("a key without text gives itself and is remembered once") {
  CHECK(tr("no.such.key") == "no.such.key");
  CHECK(tr("no.such.key") == "no.such.key");
  CHECK_FALSE(hasText("no.such.key"));
  const auto& missing = missingTextKeys();
  CHECK(std::count(missing.begin(), missing.end(), "no.such.key") == 1);
}

TEST_CASE("every key of the language has its text") {
  if (findAsset("assets/lang/en.json") == nullptr) return;  // none in this build
  const std::size_t missingBefore = missingTextKeys().size();
  const std::vector<std::string_view> keys = textKeys();
  REQUIRE(!keys.empty());
  CHECK(std::is_sorted(keys.begin(), keys.end()));
  for (std::string_view key : keys) {
    CAPTURE(key);
    CHECK(hasText(key));
    CHECK(tr(key) != key);
  }
  CHECK(missingTextKeys().size() == missingBefore);
}

}  // namespace
}  // namespace abscope

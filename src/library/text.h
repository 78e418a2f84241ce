#pragma once
// The words on screen, by key, from assets/lang/en.json (a flat object of texts).
#include <string>
#include <string_view>
#include <vector>

namespace abscope {

// The text of this key; the key itself when there is none. No allocation for a known key, so it may
// be called in every frame. Sentences with {holes}: fill(tr(key), {...}) of core/text.h.
std::string_view tr(std::string_view key);

bool hasText(std::string_view key);

// Keys that were asked for in vain, once each, in the order of asking: a test wants none.
const std::vector<std::string>& missingTextKeys();

// All keys of the language, sorted.
std::vector<std::string_view> textKeys();

}  // namespace abscope

#pragma once
// The words on screen: by key from assets/lang/en.json (a flat object of texts), or in the spoken
// language (library/languages.h). Views stay valid when another language is spoken.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace abscope {

// The text of this key; the key itself when there is none. No allocation for a known key, so it may
// be called in every frame. Sentences with {holes}: fill(tr(key), {...}) of core/text.h.
std::string_view tr(std::string_view key);

// The same of a text that is written in the cases, the catalogue, the lectures or the tables of the
// model: these are English, and so is what this returns of a text without a translation.
std::string_view translated(std::string_view english);
// What translations of such texts are found by: FNV-1a of its bytes.
std::uint32_t textHash(std::string_view english);

bool hasText(std::string_view key);

// Keys that were asked for in vain, once each, in the order of asking: a test wants none.
const std::vector<std::string>& missingTextKeys();

// All keys of the language, sorted.
std::vector<std::string_view> textKeys();

}  // namespace abscope

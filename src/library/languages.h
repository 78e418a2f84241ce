#pragma once
// The languages of the lab. English is in the program; each other one is a file that is read when
// it is chosen (scripts/make-dist.mjs makes them of assets/lang, docs/languages.md).
#include <array>
#include <string>
#include <string_view>

#include "core/locale.h"

namespace abscope {

struct LanguageInfo {
  std::string_view code;  // BCP 47, as in the address and <html lang>
  Locale locale;
  bool hasFont = false;      // its letters are in a font of its own, lang-<code>.ttf
  bool rightToLeft = false;  // the page and the mirror turn; the canvas does not
};

inline constexpr std::array<LanguageInfo, 7> kLanguages = {{
    {"en", {'.', PluralRule::one}},
    {"es", {',', PluralRule::oneOfAnyDigit}},
    {"fr", {',', PluralRule::belowTwo}},
    {"de", {',', PluralRule::one}},
    {"zh-Hans", {'.', PluralRule::onlyOther}, true},
    // For tests, by their address only: accents and longer words; English from right to left.
    {"en-XA", {',', PluralRule::one}},
    {"ar-XB", {'.', PluralRule::one}, false, true},
}};
inline constexpr int kLanguageCount = static_cast<int>(kLanguages.size());
inline constexpr int kOfferedLanguages = 5;

// The language that a tag such as "de-CH" or "zh-CN" means; -1: none of ours.
int languageOf(std::string_view tag);

// Takes the texts of a language file. What is wrong with it in words; empty: nothing.
std::string readLanguage(int language, std::string_view json);
bool hasLanguage(int language);

// From now on tr() and translated() speak it, and numbers are written as it does. It must have been
// read.
void speak(int language);
int spokenLanguage();
// How many texts of the spoken language are still English.
int untranslatedCount();

}  // namespace abscope

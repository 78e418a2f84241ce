// Sentences, numbers and texts in other languages.
#include <cmath>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "app/address.h"
#include "app/control_words.h"
#include "app/text_buffer.h"
#include "core/locale.h"
#include "core/text.h"
#include "library/languages.h"
#include "library/text.h"

namespace abscope {
namespace {

std::string fileOf(std::string_view code) {
  std::ifstream file(std::string(ABSCOPE_LANGUAGE_DIR "/lang-") + std::string(code) + ".json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Speaks a language as long as it lives.
class Speaking {
 public:
  explicit Speaking(std::string_view code) {
    const int language = languageOf(code);
    REQUIRE(language >= 0);
    if (!hasLanguage(language)) REQUIRE(readLanguage(language, fileOf(code)) == "");
    speak(language);
  }
  ~Speaking() { speak(0); }
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;
};

class Writing {
 public:
  explicit Writing(const Locale& as) { setLocale(as); }
  ~Writing() { setLocale({}); }
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
};

constexpr Locale kGerman{',', PluralRule::one};
constexpr Locale kFrench{',', PluralRule::belowTwo};
constexpr Locale kSpanish{',', PluralRule::oneOfAnyDigit};
constexpr Locale kChinese{'.', PluralRule::onlyOther};

double parsed(std::string_view text) {
  double value = std::nan("");
  return parseNumber(text, value) ? value : std::nan("");
}

}  // namespace

TEST_CASE("a count takes the form of its language") {
  const auto doses = [](std::string_view count) {
    return fill("{n, plural, one {# dose} other {# doses}}", {{"n", count}});
  };
  CHECK(doses("1") == "1 dose");
  CHECK(doses("2") == "2 doses");
  CHECK(doses("0") == "0 doses");
  CHECK(doses("1.0") == "1.0 doses");
  CHECK(doses("many") == "many doses");
  {
    const Writing german(kGerman);
    CHECK(doses("1,0") == "1,0 doses");
    CHECK(doses("1") == "1 dose");
  }
  {
    const Writing french(kFrench);
    CHECK(doses("0") == "0 dose");
    CHECK(doses("1,5") == "1,5 dose");
    CHECK(doses("2") == "2 doses");
    CHECK(doses("12\u202f000") == "12\u202f000 doses");
  }
  {
    const Writing spanish(kSpanish);
    CHECK(doses("1,0") == "1,0 dose");
    CHECK(doses("1,5") == "1,5 doses");
    CHECK(doses("0") == "0 doses");
  }
  const Writing chinese(kChinese);
  CHECK(doses("1") == "1 doses");
}

TEST_CASE("sentences have holes in any order, exact counts, choices, and forms inside forms") {
  CHECK(fill("{b} {a} {b}", {{"a", "1"}, {"b", "2"}}) == "2 1 2");
  CHECK(fill("{n, plural, =0 {none} one {one of {all}} other {# of {all}}}",
             {{"n", "0"}, {"all", "9"}}) == "none");
  CHECK(fill("{n, plural, =0 {none} one {one of {all}} other {# of {all}}}",
             {{"n", "1"}, {"all", "9"}}) == "one of 9");
  CHECK(fill("{n, plural, =0 {none} one {one of {all}} other {# of {all}}}",
             {{"n", "3"}, {"all", "9"}}) == "3 of 9");
  const std::string_view site =
      "im {site, select, fern {fernen} nah {nahen} other {{site}en}} Tumor";
  CHECK(fill(site, {{"site", "fern"}}) == "im fernen Tumor");
  CHECK(fill(site, {{"site", "nah"}}) == "im nahen Tumor");
  CHECK(fill(site, {{"site", "dritt"}}) == "im dritten Tumor");
  CHECK(fill("#1 {a}", {{"a", "x"}}) == "#1 x");
  // Mistakes stay to be seen.
  CHECK(fill("{a, plural, one {x}", {{"a", "1"}}) == "{a, plural, one {x}");
  CHECK(fill("{b} {a}", {{"a", "1"}}) == "{b} 1");
  TextBuffer<64> buffer;
  buffer.addFilled("{n, plural, one {# day} other {# days}}", {{"n", "1"}});
  CHECK(buffer.view() == "1 day");
}

TEST_CASE("numbers are written with the signs of the language") {
  TextBuffer<64> text;
  CHECK(text.addNumber(12345.6, 6).view() == "12\u202f345.6");
  text.clear();
  CHECK(text.addNumber(1234.5, 5).view() == "1234.5");
  const Writing german(kGerman);
  text.clear();
  CHECK(text.addFixed(-1234567.25, 2).view() == "−1\u202f234\u202f567,25");
  text.clear();
  CHECK(text.addNumber(0.0123).view() == "0,0123");
  text.clear();
  CHECK(text.addNumber(140000).view() == "140\u202f000");
  CHECK(localNumber(140000.5, 7) == "140\u202f000,5");
  CHECK(localNumber(2.5) == "2,5");
  CHECK(localNumber(9999, 4) == "9999");
}

TEST_CASE("typed numbers may have a point or a comma, and thin spaces") {
  CHECK(parsed("2.5") == 2.5);
  CHECK(parsed("2,5") == 2.5);
  CHECK(parsed(" 12\u202f000 ") == 12000);
  CHECK(parsed("12 000,5") == 12000.5);
  CHECK(parsed("−3") == -3);
  CHECK(parsed("1e3") == 1000);
  CHECK(parsed("14,000") == 14000);
  CHECK(parsed("0,125") == 0.125);
  CHECK(parsed("1,234,567.5") == 1234567.5);
  CHECK(parsed("1.234.567,5") == 1234567.5);
  for (const char* wrong : {"", " ", "abc", "1.2.3", "2 Gy", "--1", "1e999"}) {
    CAPTURE(wrong);
    CHECK(std::isnan(parsed(wrong)));
  }
  const Writing german(kGerman);
  CHECK(parsed("2.5") == 2.5);
  CHECK(parsed("2,125") == 2.125);
  CHECK(parsed("14.000") == 14000);
  CHECK(parsed("0.125") == 0.125);
}

TEST_CASE("what is written is read again, in every language") {
  for (const LanguageInfo& language : kLanguages) {
    const Writing as(language.locale);
    for (const double value : {0.02, 1.0, 2.5, 12.0, 999.5, 14000.0, 1234567.0, 0.125, -3.5}) {
      TextBuffer<32> text;
      text.addNumber(value, 4);
      CAPTURE(text.view());
      CHECK(parsed(text) == value);
    }
  }
}

TEST_CASE("tags of browsers lead to our languages") {
  CHECK(languageOf("en") == 0);
  CHECK(languageOf("en-GB") == 0);
  CHECK(languageOf("en-XA") > 0);
  CHECK(kLanguages[static_cast<std::size_t>(languageOf("de-CH"))].code == "de");
  CHECK(kLanguages[static_cast<std::size_t>(languageOf("zh-CN"))].code == "zh-Hans");
  CHECK(kLanguages[static_cast<std::size_t>(languageOf("zh-Hans-SG"))].code == "zh-Hans");
  CHECK(languageOf("zh-TW") == -1);
  CHECK(languageOf("deu") == -1);
  CHECK(languageOf("") == -1);
}

TEST_CASE("another language is spoken at once, and English again") {
  const std::string english(tr("tissue.irradiated"));
  const std::string_view kept = tr("tissue.irradiated");
  const std::string label(labelOf(controlOf(static_cast<MechanismId>(0))));
  {
    const Speaking german("de");
    CHECK(tr("tissue.irradiated") != english);
    CHECK(kept == english);  // a view of a text outlives the change
    CHECK(locale().decimalSign == ',');
    CHECK(translated("Untreated") != "Untreated");
    CHECK(translated("a plan of one's own") == "a plan of one's own");
    CHECK(labelOf(controlOf(static_cast<MechanismId>(0))) != label);
  }
  CHECK(tr("tissue.irradiated") == english);
  CHECK(translated("Untreated") == "Untreated");
  CHECK(labelOf(controlOf(static_cast<MechanismId>(0))) == label);
  const Speaking pseudo("en-XA");
  for (const std::string_view key : textKeys()) {
    CAPTURE(key);
    const std::string_view text = tr(key);
    bool isAscii = true, hasLetters = false;
    for (const char c : text) isAscii = isAscii && static_cast<unsigned char>(c) < 128;
    for (const char c : text) hasLetters = hasLetters || (c >= 'a' && c <= 'z');
    if (hasLetters && text.find('{') == text.npos) CHECK_FALSE(isAscii);
  }
}

TEST_CASE("a file that is none is refused with its reason, and English stays") {
  const int french = languageOf("fr");
  CHECK(readLanguage(french, "{") != "");
  CHECK(readLanguage(french, "{}") != "");
  CHECK(readLanguage(french, fileOf("de")) == "of another language");
  CHECK(readLanguage(french, R"({"format":"abscope-language/1","language":"fr"})") != "");
  CHECK(spokenLanguage() == 0);
}

TEST_CASE("the language is a control that the address sets") {
  AppState app;
  start(app, "?lang=de", "");
  CHECK(kLanguages[static_cast<std::size_t>(app.view.language)].code == "de");
  start(app, "?lang=fr-CA", "");
  CHECK(kLanguages[static_cast<std::size_t>(app.view.language)].code == "fr");
  CHECK(app.toasts.empty());
  AppState wrong;
  start(wrong, "?lang=xx", "");
  CHECK(wrong.view.language == 0);
  CHECK(wrong.toasts.size() == 1);
}

}  // namespace abscope

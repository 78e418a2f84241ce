#pragma once
// Sentences with holes, of any word order: "{name}", "{count, plural, one {# dose} other {#
// doses}}" and "{site, select, near {...} other {...}}", a subset of ICU MessageFormat. The library
// that has it all (ICU) is larger than the program; scripts/message_syntax.mjs checks every text.
#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "core/locale.h"

namespace abscope {

struct Placeholder {
  std::string_view name;
  std::string_view value;
};

namespace message_format {

inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

// Length of "{...}" at the start of the text, braces inside it counted; npos: it does not end.
inline std::size_t holeLength(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i + 1;
  }
  return std::string_view::npos;
}

// "a, b" -> "a", leaving "b".
inline std::string_view takeWord(std::string_view& text) {
  const std::size_t end = std::min(text.find(','), text.size());
  const std::string_view word = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

// The text of the form that fits; of "one {# dose} other {# doses}".
inline std::string_view formFor(std::string_view forms, std::string_view value, bool plural) {
  std::string_view other;
  while (true) {
    const std::size_t open = forms.find('{');
    if (open == forms.npos) return other;
    const std::string_view name = trimmed(forms.substr(0, open));
    const std::size_t length = holeLength(forms.substr(open));
    if (length == forms.npos) return other;
    const std::string_view text = forms.substr(open + 1, length - 2);
    forms.remove_prefix(open + length);
    if (name == "other") other = text;
    const bool exact =
        plural ? !name.empty() && name[0] == '=' && name.substr(1) == value : name == value;
    if (exact || (plural && name == "one" && takesOne(value, locale()))) return text;
  }
}

}  // namespace message_format

// Calls add(std::string_view) for each piece. A hole without a value stays as written, so that the
// mistake is seen; "{{" is one brace. `number`: what "#" stands for, inside a plural.
template <class Add>
void formatMessage(std::string_view sentence, std::initializer_list<Placeholder> values,
                   const Add& add, std::string_view number = {}) {
  using namespace message_format;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find_first_of(number.data() ? "{#" : "{");
    if (open == sentence.npos) return add(sentence);
    add(sentence.substr(0, open));
    sentence.remove_prefix(open);
    if (sentence.front() == '#') {
      add(number);
      sentence.remove_prefix(1);
      continue;
    }
    const bool isBrace = sentence.substr(0, 2) == "{{";
    const std::size_t length = isBrace ? 2 : holeLength(sentence);
    if (length == sentence.npos) return add(sentence);
    const std::string_view hole = sentence.substr(0, length);
    sentence.remove_prefix(length);
    if (isBrace) {
      add(hole.substr(1));
      continue;
    }
    std::string_view inside = hole.substr(1, length - 2);
    const std::string_view name = takeWord(inside);
    const auto* found = std::find_if(values.begin(), values.end(),
                                     [&](const Placeholder& p) { return p.name == name; });
    if (found == values.end()) {
      add(hole);
      continue;
    }
    const std::string_view kind = takeWord(inside);
    if (kind.empty()) {
      add(found->value);
    } else {
      const bool plural = kind == "plural";
      // A null view would say that "#" is a letter like any other.
      const std::string_view shown = found->value.data() ? found->value : std::string_view("");
      formatMessage(formFor(inside, shown, plural), values, add, shown);
    }
  }
}

}  // namespace abscope

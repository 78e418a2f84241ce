#include "app/control_words.h"

#include <array>
#include <optional>
#include <string>

#include "library/languages.h"
#include "library/mechanisms.h"
#include "library/text.h"

namespace abscope {
namespace {

struct Words {
  std::string label, help;
};

using MechanismWords = std::array<Words, kMechanismCount>;

MechanismWords readWords() {
  MechanismWords words;
  for (int i = 0; i < kMechanismCount; ++i) {
    const std::string_view name = mechanismId(static_cast<MechanismId>(i));
    const Mechanism* row = findMechanism(name);
    Words& one = words[static_cast<std::size_t>(i)];
    one.label = std::string(name);
    if (!row) continue;
    one.label += "  ";
    one.label += translated(row->title);
    one.help = translated(row->sentence);
  }
  return words;
}

// Read once for a language, when the first of them is asked for.
const Words& wordsOf(ControlId id) {
  static std::array<std::optional<MechanismWords>, kLanguageCount> kWords;
  std::optional<MechanismWords>& words = kWords[static_cast<std::size_t>(spokenLanguage())];
  if (!words) words = readWords();
  return (*words)[static_cast<std::size_t>(mechanismOf(id))];
}

}  // namespace

std::string_view labelOf(ControlId id) {
  const ControlInfo& info = controlInfo(id);
  return info.group == ControlGroup::mechanism ? wordsOf(id).label : tr(info.labelKey);
}

std::string_view helpOf(ControlId id) {
  const ControlInfo& info = controlInfo(id);
  if (info.group == ControlGroup::mechanism) return wordsOf(id).help;
  const std::string_view help = tr(info.helpKey);
  return help == info.helpKey ? std::string_view() : help;
}

}  // namespace abscope

// The file of a language (and its font), which the page loads when the language is chosen.
#pragma once

#include <string>
#include <string_view>

namespace abscope {

struct LanguageFiles {
  int asked = 0;  // as in loadLanguageFiles
  bool came = false;
  std::string texts;  // JSON
  std::string font;   // TrueType; empty where none was asked for
};

// Calls `receive` once: at once where the page has them already, else between two frames.
void loadLanguageFiles(int asked, std::string_view code, bool withFont,
                       void (*receive)(LanguageFiles files));

// <html lang dir>, and the words of the page itself.
void setPageLanguage(std::string_view code, bool rightToLeft, std::string_view canvasLabel,
                     std::string_view note);

}  // namespace abscope

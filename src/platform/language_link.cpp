#include "platform/language_link.h"

#include <utility>

#include <emscripten.h>

// clang-format off
// The body of EM_JS is JavaScript. web/loader.js has abscopeFetch.

EM_JS(void, abscopeLoadLanguage, (int asked, const char* code, int withFont), {
  const name = 'lang-' + UTF8ToString(code);
  const names = withFont ? [name + '.json', name + '.ttf'] : [name + '.json'];
  const done = files => {
    Module['abscopeLanguageFiles'] = files;
    Module['_abscopeLanguageCame'](asked, files ? files[0].length : -1, files && files[1] ? files[1].length : 0);
  };
  const get = globalThis['abscopeFetch'];
  if (!get) return done(null);
  const there = names.map(file => get['there'].get(file));
  if (there.every(Boolean)) done(there);
  else Promise.all(names.map(get)).then(done, () => done(null));
})

EM_JS(void, abscopeCopyLanguageFile, (int which, char* to), {
  HEAPU8.set(Module['abscopeLanguageFiles'][which], to);
})

EM_JS(void, abscopeSetPageLanguage, (const char* code, int rightToLeft, const char* label, const char* note), {
  const root = document.documentElement;
  root.lang = UTF8ToString(code);
  root.dir = rightToLeft ? 'rtl' : 'ltr';
  document.getElementById('canvas').setAttribute('aria-label', UTF8ToString(label));
  const small = document.getElementById('abscope-note');
  if (small) small.textContent = UTF8ToString(note);
})
// clang-format on

namespace abscope {
namespace {

void (*receiver)(LanguageFiles files) = nullptr;

std::string copied(int which, int length) {
  std::string bytes(static_cast<std::size_t>(length), '\0');
  if (length > 0) abscopeCopyLanguageFile(which, bytes.data());
  return bytes;
}

}  // namespace

void loadLanguageFiles(int asked, std::string_view code, bool withFont,
                       void (*receive)(LanguageFiles files)) {
  receiver = receive;
  abscopeLoadLanguage(asked, std::string(code).c_str(), withFont ? 1 : 0);
}

void setPageLanguage(std::string_view code, bool rightToLeft, std::string_view canvasLabel,
                     std::string_view note) {
  abscopeSetPageLanguage(std::string(code).c_str(), rightToLeft ? 1 : 0,
                         std::string(canvasLabel).c_str(), std::string(note).c_str());
}

}  // namespace abscope

extern "C" EMSCRIPTEN_KEEPALIVE void abscopeLanguageCame(int asked, int length, int fontLength) {
  abscope::LanguageFiles files;
  files.asked = asked;
  files.came = length >= 0;
  if (files.came) {
    files.texts = abscope::copied(0, length);
    files.font = abscope::copied(1, fontLength);
  }
  if (abscope::receiver != nullptr) abscope::receiver(std::move(files));
}

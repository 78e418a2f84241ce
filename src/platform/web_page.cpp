#include "platform/web_page.h"

#include <emscripten.h>

// clang-format off
// The body of EM_JS is JavaScript.

EM_JS(int, abscopeTextLength, (int what, const char* key), {
  let text = "";
  const location = globalThis.location;
  switch (what) {
    case 0: text = location.search; break;
    case 1: text = location.hash; break;
    case 2: text = location.href.split(/[?#]/)[0]; break;
    case 3: text = Module['abscopePaste'] || ""; break;
    case 4: text = globalThis['abscopeLanguage'] || navigator.language || 'en'; break;
    case 5:
      try {
        text = window.localStorage.getItem('abscope.' + UTF8ToString(key)) || "";
      } catch (refused) {}
      break;
  }
  Module['abscopeText'] = text;
  return lengthBytesUTF8(text);
})

EM_JS(void, abscopeTextCopy, (char* to, int size), {
  stringToUTF8(Module['abscopeText'], to, size);
})

EM_JS(int, abscopeReplaceAddress, (const char* query, const char* hash), {
  try {
    history.replaceState(null, "", location.pathname + UTF8ToString(query) + UTF8ToString(hash));
    return 1;
  } catch (refused) {
    return 0;
  }
})

EM_JS(void, abscopeMarkReady, (), {
  document.documentElement.dataset['abscope'] = 'ready';
  performance.mark('abscope-first-frame');
})

EM_JS(void, abscopeSetTitle, (const char* title), {
  document.title = UTF8ToString(title);
})

EM_JS(void, abscopeAnnounce, (const char* text), {
  const live = document.getElementById('abscope-live');
  if (live) live.textContent = UTF8ToString(text);
})

EM_JS(void, abscopeShowError, (const char* text), {
  Module['onAbscopeError'](UTF8ToString(text));
})

EM_JS(void, abscopeWriteClipboard, (const char* text), {
  const value = UTF8ToString(text);
  Module['abscopePaste'] = value;
  try {
    navigator.clipboard.writeText(value).catch(() => {});
  } catch (refused) {}
})

EM_JS(void, abscopeCopy, (const char* text), {
  const value = UTF8ToString(text);
  const done = ok => Module['_abscopeCopied'](ok ? 1 : 0);
  // Where a frame is kept from the clipboard, the old way may still be open to it.
  const oldWay = () => {
    const had = document.activeElement;
    const field = document.createElement('textarea');
    field.value = value;
    field.className = 'unseen';
    document.body.appendChild(field);
    field.select();
    let ok = false;
    try {
      ok = document.execCommand('copy');
    } catch (refused) {}
    field.remove();
    if (had) had.focus({preventScroll: true});
    return ok;
  };
  let asked = null;
  try {
    asked = navigator.clipboard.writeText(value);
  } catch (refused) {}
  if (asked) asked.then(() => done(true), () => done(oldWay()));
  else done(oldWay());
})

EM_JS(void, abscopeKeepHash, (const char* hash), {
  Module['abscopeHash'] = UTF8ToString(hash);
})

EM_JS(int, abscopeFlag, (int what), {
  switch (what) {
    case 0: return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 0;
    case 1: return /Mac|iPhone|iPad/.test(navigator.platform) ? 1 : 0;
  }
  return 0;
})

EM_JS(int, abscopeSavePreference, (const char* key, const char* value), {
  try {
    window.localStorage.setItem('abscope.' + UTF8ToString(key), UTF8ToString(value));
    return 1;
  } catch (refused) {
    return 0;
  }
})

// 0: not allowed here. 1: asked for. Leaves full screen when it is there.
EM_JS(int, abscopeFullScreen, (), {
  try {
    if (document.fullscreenElement) {
      document.exitFullscreen();
      return 1;
    }
    if (!document.fullscreenEnabled) return 0;
    document.documentElement.requestFullscreen().catch(() => {});
    return 1;
  } catch (refused) {
    return 0;
  }
})

// 0: refused. 1: given to the browser. 2: the same, but a sandbox may stop it without a word.
EM_JS(int, abscopeSaveFile, (const char* name, const char* type, const char* text), {
  const file = UTF8ToString(name);
  const kind = UTF8ToString(type);
  const save = blob => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  try {
    // The picture is copied at once, while it is still there, and encoded later.
    if (kind === 'image/png') document.getElementById('canvas').toBlob(save);
    else save(new Blob([UTF8ToString(text)], {type: kind}));
    return globalThis.origin === 'null' && window.parent !== window ? 2 : 1;
  } catch (refused) {
    return 0;
  }
})
// clang-format on

namespace abscope {
namespace {

enum class Text { Query = 0, Hash = 1, BaseAddress = 2, Paste = 3, Language = 4, Preference = 5 };
enum class Flag { ReducedMotion = 0, Apple = 1 };

std::string readText(Text what, const std::string& key = {}) {
  const int length = abscopeTextLength(static_cast<int>(what), key.c_str());
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  abscopeTextCopy(text.data(), length + 1);
  text.resize(static_cast<std::size_t>(length));
  return text;
}

}  // namespace

std::string pageQuery() { return readText(Text::Query); }
std::string pageHash() { return readText(Text::Hash); }
std::string pageBaseAddress() { return readText(Text::BaseAddress); }
std::string lastPaste() { return readText(Text::Paste); }
std::string pageLanguage() { return readText(Text::Language); }

bool replacePageAddress(std::string_view query, std::string_view hash) {
  return abscopeReplaceAddress(std::string(query).c_str(), std::string(hash).c_str()) != 0;
}

void markPageReady() { abscopeMarkReady(); }

void setPageTitle(std::string_view title) { abscopeSetTitle(std::string(title).c_str()); }
void announce(std::string_view text) { abscopeAnnounce(std::string(text).c_str()); }
void showPageError(std::string_view text) { abscopeShowError(std::string(text).c_str()); }
void writeClipboard(std::string_view text) { abscopeWriteClipboard(std::string(text).c_str()); }

namespace {
void (*copyDone)(bool copied) = nullptr;
}

void copyText(std::string_view text, void (*done)(bool copied)) {
  copyDone = done;
  abscopeCopy(std::string(text).c_str());
}

void keepForReload(std::string_view hash) { abscopeKeepHash(std::string(hash).c_str()); }

bool prefersReducedMotion() { return abscopeFlag(static_cast<int>(Flag::ReducedMotion)) != 0; }
bool toggleFullScreen() { return abscopeFullScreen() != 0; }

Saved saveFile(std::string_view name, std::string_view type, std::string_view text) {
  return static_cast<Saved>(abscopeSaveFile(std::string(name).c_str(), std::string(type).c_str(),
                                            std::string(text).c_str()));
}
Saved saveCanvas(std::string_view name) { return saveFile(name, "image/png", {}); }

bool isApplePlatform() { return abscopeFlag(static_cast<int>(Flag::Apple)) != 0; }

std::string loadPreference(std::string_view key) {
  return readText(Text::Preference, std::string(key));
}

bool savePreference(std::string_view key, std::string_view value) {
  return abscopeSavePreference(std::string(key).c_str(), std::string(value).c_str()) != 0;
}

}  // namespace abscope

extern "C" EMSCRIPTEN_KEEPALIVE void abscopeCopied(int copied) {
  if (abscope::copyDone != nullptr) abscope::copyDone(copied != 0);
}

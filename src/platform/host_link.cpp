#include "platform/host_link.h"

#include <emscripten.h>

// clang-format off
// The body of EM_JS is JavaScript.

EM_JS(int, abscopeHasHost, (), {
  return globalThis['abscopeHost'] ? 1 : 0;
})

EM_JS(void, abscopeListen, (), {
  globalThis['abscopeHost']['receive'](text => {
    Module['abscopeHostText'] = text;
    Module['_abscopeHear'](lengthBytesUTF8(text));
  });
})

EM_JS(void, abscopeTell, (const char* json), {
  globalThis['abscopeHost']['post'](JSON.parse(UTF8ToString(json)));
})

EM_JS(int, abscopePicture, (), {
  const text = Module['canvas'].toDataURL('image/png');
  Module['abscopeHostText'] = text;
  return lengthBytesUTF8(text);
})

EM_JS(void, abscopeHostTextCopy, (char* to, int size), {
  stringToUTF8(Module['abscopeHostText'], to, size);
  Module['abscopeHostText'] = "";
})
// clang-format on

namespace abscope {
namespace {

void (*receiver)(std::string_view json) = nullptr;

std::string takeText(int length) {
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  abscopeHostTextCopy(text.data(), length + 1);
  text.resize(static_cast<std::size_t>(length));
  return text;
}

}  // namespace

bool hasHost() { return abscopeHasHost() != 0; }

void listenToHost(void (*receive)(std::string_view json)) {
  receiver = receive;
  abscopeListen();
}

void tellHost(std::string_view json) { abscopeTell(std::string(json).c_str()); }

std::string pictureOfCanvas() { return takeText(abscopePicture()); }

}  // namespace abscope

extern "C" EMSCRIPTEN_KEEPALIVE void abscopeHear(int length) {
  if (abscope::receiver != nullptr) abscope::receiver(abscope::takeText(length));
}

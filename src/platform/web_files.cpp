#include "platform/web_files.h"

#include <utility>

#include <emscripten.h>

// clang-format off
// The body of EM_JS is JavaScript. A page may bring its own way to the lab's files (abscopeFetch).

EM_JS(void, abscopeFetchFile, (const char* wanted), {
  const name = UTF8ToString(wanted);
  const done = (text, ok) => {
    Module['abscopeFile'] = name + '\n' + text;
    Module['_abscopeFileCame'](lengthBytesUTF8(Module['abscopeFile']), ok ? 1 : 0);
  };
  const tag = document.querySelector('script[data-version]');
  const version = tag && tag.dataset['version'] ? '?v=' + tag.dataset['version'] : "";
  const decode = bytes => new TextDecoder().decode(bytes);
  const ours = name === 'lessons.json' && globalThis['abscopeFetch'];
  // A page that may not fetch: the same file as a classic script.
  const byScript = () => new Promise((found, missing) => {
    const script = document.createElement('script');
    script.src = new URL(name + '.js' + version, document.baseURI);
    script.onload = () => found(decode(Uint8Array.from(atob(globalThis['abscopeFiles'][name]), letter => letter.charCodeAt(0))));
    script.onerror = () => missing(new Error('it cannot be loaded'));
    document.head.append(script);
  });
  const get = async () => {
    if (ours) return decode(await ours(name));
    const url = new URL(name, document.baseURI);
    if (name === 'lessons.json') {
      url.search = version;
      try {
        if (location.protocol !== 'file:') return await (await fetch(url, {'credentials': 'same-origin'})).text();
      } catch (refused) {}
      return byScript();
    }
    if (url.origin !== new URL(document.baseURI).origin) return Promise.reject(new Error('it is on another site, ' + url.origin));
    const answer = await fetch(url, {'credentials': 'same-origin'});
    if (!answer.ok) return Promise.reject(new Error('the server answers ' + answer.status));
    return answer.text();
  };
  get().then(text => done(text, true), error => done(String(error.message || error), false));
})

EM_JS(void, abscopeCopyFile, (char* to, int size), {
  stringToUTF8(Module['abscopeFile'], to, size);
  Module['abscopeFile'] = "";
})
// clang-format on

namespace abscope {
namespace {
void (*receiver)(FetchedFile file) = nullptr;
}

void fetchPageFile(std::string_view name, void (*receive)(FetchedFile file)) {
  receiver = receive;
  abscopeFetchFile(std::string(name).c_str());
}

}  // namespace abscope

extern "C" EMSCRIPTEN_KEEPALIVE void abscopeFileCame(int length, int ok) {
  std::string all(static_cast<std::size_t>(length) + 1, '\0');
  abscopeCopyFile(all.data(), length + 1);
  all.resize(static_cast<std::size_t>(length));
  const std::size_t end = all.find('\n');
  abscope::FetchedFile file{all.substr(0, end), all.substr(end + 1), ok != 0};
  if (abscope::receiver != nullptr) abscope::receiver(std::move(file));
}

// Starts the program: checks the browser, fetches the wasm with progress, and where fetch is
// refused (a sandboxed frame on a server without CORS headers, a page opened from disk) loads it
// as a classic script. Says plainly what is missing.
'use strict';

(() => {
  const byId = id => document.getElementById(id);
  const self = document.currentScript;
  // In the offline file this script has no address of its own, and all files are in the page.
  const own = self.src || location.href.split(/[?#]/)[0];
  const base = own.slice(0, own.lastIndexOf('/') + 1);
  const wasmBytes = Number(self.dataset.wasmBytes);
  const version = self.dataset.version ? '?v=' + self.dataset.version : '';
  const root = document.documentElement;
  let failed = false;

  // What this page may load. Safari takes 'self' for nothing where a sandbox has taken the page's
  // origin away (seen in WebKitGTK 2.50, 2026-11), so that the rules name the server as well; rules in
  // the page itself could not know it, and would stop this script too.
  if (base) {
    const own = "'self' " + (location.protocol === 'file:' ? 'file:' : new URL(base).origin);
    const rules = document.createElement('meta');
    rules.httpEquiv = 'Content-Security-Policy';
    rules.content = `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; style-src ${own}; ` +
        `connect-src ${own}; img-src ${own} data:; worker-src ${own} blob:; base-uri 'none'; form-action 'none'`;
    document.head.append(rules);
  }

  // --- Languages: the address, else what was chosen before, else the browser's ----------------------
  const languages = (self.dataset.languages || 'en').split(' ');
  function languageOf(tag) {
    const code = /^zh(-(CN|SG|MY))?$/.test(tag) ? 'zh-Hans' : tag;
    if (/^(en-XA|ar-XB)$/.test(code)) return code;  // for tests
    return languages.find(known => code === known || code.startsWith(known + '-'));
  }
  function wantedLanguage() {
    const asked = ['search', 'hash'].map(part => new URLSearchParams(location[part].slice(1)).get('lang'));
    try {
      asked.push(localStorage.getItem('abscope.lang'));
    } catch (refused) {}
    return [...asked, ...(navigator.languages || [navigator.language])].filter(Boolean)
        .map(languageOf).find(Boolean) || 'en';
  }
  const language = globalThis.abscopeLanguage = wantedLanguage();
  let words = {};
  const say = (key, english) => words[key] || english;

  // --- Files beside the page ------------------------------------------------------------------------
  // abscopeFetch(name) gives the bytes of a file of the lab: of abscopeFiles, where a page in one file
  // holds it, packed and as base64; else by fetch; else, where that is refused, by the script name.js, which puts
  // it there. abscopeFetch.there holds what has come.
  const files = globalThis.abscopeFiles = globalThis.abscopeFiles || {};
  const decoded = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  async function bytesOf(name) {
    const packed = files[name + '.gz'];
    if (packed) {
      const plain = new Blob([decoded(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(plain).arrayBuffer());
    }
    if (!(name in files) && location.protocol !== 'file:') {
      try {
        const response = await fetch(base + name + version, {credentials: 'same-origin'});
        if (response.ok) return new Uint8Array(await response.arrayBuffer());
      } catch (refused) {}
    }
    if (!(name in files)) await classicScript(name + '.js');
    return decoded(files[name]);
  }
  const abscopeFetch = globalThis.abscopeFetch = async name => {
    const there = abscopeFetch.there;
    if (!there.has(name)) there.set(name, await bytesOf(name));
    return there.get(name);
  };
  abscopeFetch.there = new Map();

  // Before the program, so that its first frame speaks the language; the lab starts without, in
  // English, where it does not come.
  async function languageFiles() {
    if (language === 'en') return;
    const names = ['lang-' + language + '.json', ...(language === 'zh-Hans' ? ['lang-zh-Hans.ttf'] : [])];
    try {
      const [json] = await Promise.all(names.map(abscopeFetch));
      words = JSON.parse(new TextDecoder().decode(json)).texts;
      root.lang = language;
      root.dir = language === 'ar-XB' ? 'rtl' : 'ltr';
      byId('abscope-note').textContent = say('app.disclaimer', byId('abscope-note').textContent);
    } catch (missing) {}  // the program asks again, and says so
  }

  // One panel for every way to fail; the first one to speak wins.
  function fail(title, text, help, detail) {
    if (failed) return;
    failed = true;
    root.dataset.abscope = 'error';
    byId('abscope-loading').hidden = true;
    byId('abscope-loading').style.display = 'none';
    byId('abscope-error-title').textContent = title;
    byId('abscope-error-text').textContent = text;
    byId('abscope-error-help').textContent = help || '';
    if (detail) {
      byId('abscope-error-detail').textContent = detail;
      byId('abscope-error-detail').hidden = false;
    }
    byId('abscope-error').hidden = false;
    if (globalThis.abscopeHost) {
      globalThis.abscopeHost.post({abscope: 1, type: 'error', errors: [{place: 'page', text: title}]});
    }
  }

  const failWebGl = () => fail(
      say('page.noWebGl', 'This browser shows no WebGL 2'),
      say('page.noWebGl.why', 'Abscope draws with WebGL 2, and this browser or its settings give none.'),
      say('page.noWebGl.mend', 'Turn on hardware acceleration in the browser\u2019s settings, or use a current Firefox, Chrome, Edge or Safari.'));

  function progress(part, text) {
    if (part >= 0) byId('abscope-progress').value = part;
    byId('abscope-status').textContent = text;
  }

  // One function that uses one SIMD instruction (i8x16.splat, i8x16.popcnt).
  const simdProbe = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0,
    10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]);

  function browserIsReady() {
    if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') {
      fail(say('page.noWasm', 'This browser runs no WebAssembly'),
           say('page.noWasm.why', 'Abscope is a WebAssembly program, and this browser or its settings refuse those.'),
           say('page.noWasm.mend', 'Use a current Firefox, Chrome, Edge or Safari; in Lockdown Mode, allow this page.'));
      return false;
    }
    if (!WebAssembly.validate(simdProbe)) {
      fail(say('page.tooOld', 'This browser is too old for Abscope'),
           say('page.tooOld.why', 'Abscope needs WebAssembly SIMD: Chrome or Edge 91, Firefox 89, Safari 16.4, or newer.'),
           say('page.tooOld.mend', 'Please update the browser.'));
      return false;
    }
    // Whether a context can be had is only known when the program asks for it: a probe here would
    // cost as much as the real one.
    if (typeof WebGL2RenderingContext !== 'function') {
      failWebGl();
      return false;
    }
    return true;
  }

  // The WebGL context takes as long as compiling the program: ask for it while the browser compiles
  // (or while a slow network delivers). The program gets this same context when it asks.
  let contextAsked = false;
  function askForContext() {
    if (contextAsked) return;
    contextAsked = true;
    const attributes = {alpha: false, depth: false, stencil: false, antialias: false};
    if (!byId('canvas').getContext('webgl2', attributes)) failWebGl();
  }

  // The response again, but counting; with the right MIME type whatever the server says.
  function counted(response) {
    if (!response.body || !wasmBytes) return response.body || response.arrayBuffer();
    let loaded = 0;
    const reader = response.body.getReader();
    return new ReadableStream({
      async pull(controller) {
        const {done, value} = await reader.read();
        if (done) {
          controller.close();
          setTimeout(askForContext);
          return;
        }
        loaded += value.length;
        progress(Math.min(1, loaded / wasmBytes), say('page.loading', 'Loading the simulation'));
        controller.enqueue(value);
      }
    });
  }

  async function fetchWasm() {
    const response = await fetch(base + 'abscope.wasm' + version, {credentials: 'same-origin'});
    if (!response.ok) throw new Error('abscope.wasm: the server answers ' + response.status);
    setTimeout(askForContext, 150);
    const body = await counted(response);
    const typed = new Response(body, {headers: {'Content-Type': 'application/wasm'}});
    if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(typed);
    return WebAssembly.compile(await typed.arrayBuffer());
  }

  function classicScript(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = base + name + version;
      script.onload = resolve;
      script.onerror = () => reject(new Error(name + ' cannot be loaded'));
      document.head.append(script);
    });
  }

  // In the offline file the program is packed by gzip.
  async function unpacked(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    if (typeof DecompressionStream !== 'function') {
      throw new Error('This file needs Chrome or Edge 91, Firefox 113, Safari 16.4, or newer.');
    }
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(plain).arrayBuffer();
  }

  async function scriptWasm() {
    byId('abscope-progress').removeAttribute('value');
    setTimeout(askForContext);
    if (!globalThis.abscopeWasm) {
      progress(-1, say('page.loadingScript', 'Loading the simulation (as a script: this page may not fetch)'));
      await classicScript('abscope.wasm.js');
    }
    const text = atob(globalThis.abscopeWasm);
    delete globalThis.abscopeWasm;
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
    return WebAssembly.compile(await unpacked(bytes));
  }

  // From disk, fetch is always refused: do not make the console complain.
  const mayNotFetch = () => location.protocol === 'file:' || globalThis.abscopeWasm;
  const wasm = () => mayNotFetch() ? scriptWasm() : fetchWasm().catch(scriptWasm);

  const programText = () => new Promise((resolve, reject) => {
    // abscope.js is a deferred script after this one: it is there when the document is.
    const check = () => typeof createAbscope === 'function' ?
        resolve(createAbscope) : reject(new Error('abscope.js cannot be loaded'));
    if (document.readyState === 'complete' || typeof createAbscope === 'function') check();
    else document.addEventListener('DOMContentLoaded', check);
  });

  async function start() {
    if (!browserIsReady()) return;
    const alone = window.parent === window || globalThis.abscopeHost;
    const host = alone ? null : classicScript('host.js').catch(() => {});
    const texts = languageFiles();
    const compiled = wasm();
    compiled.catch(() => {});  // reported below
    const create = await programText();
    const module = await compiled;
    await host;
    await Promise.race([texts, new Promise(resolve => setTimeout(resolve, 5000))]);
    progress(1, say('page.starting', 'Starting'));
    const options = {
      canvas: byId('canvas'),
      instantiateWasm(imports, done) {
        // done() runs the program's start: what fails there is told as well.
        WebAssembly.instantiate(module, imports).then(instance => done(instance, module)).catch(stopped);
        return {};
      },
      onAbort: stopped,
      onAbscopeError: text => text ? fail(say('page.noStart', 'Abscope cannot start'), text) : failWebGl(),
      print: text => console.log(text),
      printErr: text => console.warn(text),
    };
    program = await create(options);
    if (self.dataset.offline && window.parent === window) setTimeout(keepForOffline, 3000);
  }

  // The next visit then needs no network (sw.js). Not where the server's own policy allows no such
  // worker: asking would be a violation of it.
  async function keepForOffline() {
    try {
      if (!navigator.serviceWorker) return;
      const page = await fetch(location.href.split('#')[0], {method: 'HEAD'});
      const policy = page.headers.get('Content-Security-Policy') ?? '';
      const workers = /(?:^|[;,])\s*worker-src ([^;,]*)/.exec(policy);
      if (workers && !/'self'|https?:/.test(workers[1])) return;
      const kept = await navigator.serviceWorker.register(self.dataset.offline);
      if (kept.active) await kept.update();  // one that is there already is not looked at again by itself
    } catch (refused) {
      console.info(`Not kept for use without a network: ${refused.message}`);
    }
  }

  // A context that is lost comes back by itself after a moment, if the browser gives it back at all: it
  // keeps a page to some sixteen, and takes the oldest. Then a fresh page gets one, with the same plan.
  let program = null, lostTimer = 0;
  byId('canvas').addEventListener('webglcontextlost', () => {
    lostTimer = setTimeout(() => { byId('abscope-lost').hidden = false; }, 2500);
  });
  byId('canvas').addEventListener('webglcontextrestored', () => {
    clearTimeout(lostTimer);
    byId('abscope-lost').hidden = true;
  });
  byId('abscope-lost').querySelector('button').addEventListener('click', () => {
    if (program) {
      program['_abscopeKeepPlan']();
      location.hash = program['abscopeHash'];
    }
    location.reload();
  });

  function stopped(reason) {
    fail(say('page.stopped', 'Abscope has stopped'),
         say('page.stopped.why', 'The simulation met an error that it cannot mend.'),
         say('page.stopped.mend', 'Reload the page to start again. If it happens again, please report the text below.'),
         String((reason && reason.stack) || reason));
  }

  addEventListener('error', event => {
    // Not those of browser extensions. A sandboxed frame hides the file's name, and what stops inside
    // the program comes from wasm://. The resize notice of browsers is no error.
    const ours = !event.filename || event.filename.startsWith(base) || event.filename.startsWith('wasm:');
    if (ours && !/^ResizeObserver/.test(event.message)) stopped(event.error || event.message);
  });

  start().catch(error => {
    fail(say('page.notLoaded', 'Abscope could not be loaded'), String(error.message || error),
         say('page.notLoaded.mend', 'Check the connection and reload the page.'));
  });
})();

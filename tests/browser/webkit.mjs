// WebKitGTK with as much of Playwright's interface as the tests use. A page is a browser of its own:
// its driver knows one session at a time.
import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import net from 'node:net';
import {openDisplay} from './engine.mjs';
import {keyActions, openProxy, Session} from './webdriver.mjs';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const pause = ms => new Promise(done => setTimeout(done, ms));

const freePort = () => new Promise(done => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const {port} = server.address();
    server.close(() => done(port));
  });
});

function findMiniBrowser() {
  for (const folder of existsSync('/usr/lib') ? readdirSync('/usr/lib') : []) {
    for (const version of ['4.1', '4.0']) {
      const path = `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`;
      if (existsSync(path)) return path;
    }
  }
  return '';
}

// Runs first in every document: notes what the page complains of, keeps the answers of promises.
const watch = `globalThis.abscopeTest = {told: [], runs: {}, next: 0};
addEventListener('error', e => abscopeTest.told.push(['pageerror', String(e.error || e.message)]));
addEventListener('unhandledrejection', e => abscopeTest.told.push(['pageerror', String(e.reason)]));
for (const type of ['warn', 'error']) {
  const original = console[type];
  console[type] = (...args) => {
    abscopeTest.told.push([type === 'warn' ? 'warning' : 'error', args.map(String).join(' ')]);
    original.apply(console, args);
  };
}`;

// As Playwright looks: also into the elements of the page that have a document of their own inside.
const findAll = `const findAll = css => {
  const found = Array.from(document.querySelectorAll(css));
  const cut = css.lastIndexOf(' ');
  if (found.length || cut < 0) return found;
  return Array.from(document.querySelectorAll(css.slice(0, cut)))
      .flatMap(host => host.shadowRoot ? Array.from(host.shadowRoot.querySelectorAll(css.slice(cut + 1))) : []);
};
const all = findAll(arguments[0]);
const node = all[arguments[1] < 0 ? all.length + arguments[1] : arguments[1]] || null;`;

// A document of the page: the page's own or a frame's.
class Frame {
  constructor(page, path, address = '') {
    this.page_ = page;
    this.path_ = path;  // index of the frame in its parent, from the top
    this.address_ = address;
  }
  page() { return this.page_; }
  url() { return this.address_; }
  run(script, args = []) { return this.page_.inFrame(this.path_, s => s.call('POST', '/execute/sync', {script, args})); }

  // A promise is asked for again and again: the driver does one thing at a time, a test may do two.
  async evaluate(what, arg) {
    if (typeof what === 'string') return this.run(`${what}\n;return 0;`);
    const answer = await this.run(`
      const test = globalThis.abscopeTest || (globalThis.abscopeTest = {told: [], runs: {}, next: 0});
      const settle = value => value === undefined ? null : value;
      try {
        const value = (${what}).call(null, arguments[0]);
        if (!value || typeof value.then !== 'function') return {value: settle(value)};
        const id = ++test.next;
        test.runs[id] = null;
        value.then(v => { test.runs[id] = {value: settle(v)}; }, e => { test.runs[id] = {error: String(e && e.message || e)}; });
        return {id};
      } catch (e) { return {error: String(e && e.message || e)}; }`, [arg === undefined ? null : arg]);
    for (let wait = 5; ; wait = Math.min(100, 2 * wait)) {
      const done = answer.id ? await this.run('const r = abscopeTest.runs[arguments[0]]; if (r) delete abscopeTest.runs[arguments[0]]; return r;', [answer.id]) : answer;
      if (done) {
        if ('error' in done) throw new Error(done.error);
        return done.value === null ? undefined : done.value;
      }
      await pause(wait);
    }
  }
  async waitForFunction(what, arg, {timeout = 30000} = {}) {
    const end = Date.now() + timeout;
    for (;;) {
      const value = await this.evaluate(what, arg);
      if (value) return value;
      if (Date.now() > end) throw new Error(`not within ${timeout} ms: ${what}`);
      await pause(30);
    }
  }
  locator(selector) { return new Locator(this, selector); }
  waitForSelector(selector, {state = 'visible', timeout} = {}) {
    return state === 'visible' ? this.locator(selector).until(node => !!node && node.getBoundingClientRect().width > 0, timeout)
                               : this.locator(selector).until(node => !!node, timeout);
  }
  async $$eval(selector, what) {
    return this.run(`return (${what})(Array.from(document.querySelectorAll(arguments[0])));`, [selector]);
  }
}

for (const name of ['click', 'focus', 'isChecked', 'isVisible', 'textContent', 'innerText', 'inputValue', 'getAttribute', 'fill']) {
  Frame.prototype[name] = function(selector, ...rest) { return this.locator(selector)[name](...rest); };
}

class Locator {
  constructor(frame, selector) {
    const [css, nth] = selector.split(/\s*>>\s*nth=/);
    this.frame = frame;
    this.css = css;
    this.index = Number(nth || 0);
  }
  first() { return this.nth(0); }
  last() { return this.nth(-1); }
  nth(index) { return new Locator(this.frame, `${this.css} >> nth=${index}`); }
  locator(selector) { return new Locator(this.frame, `${this.css} ${selector}`); }
  // Asks of the element, or of null.
  ask(what, ...args) {
    return this.frame.run(`${findAll} return (${what})(node, ...arguments[2]);`, [this.css, this.index, args]);
  }
  async until(what, timeout = 30000) {
    const end = Date.now() + timeout;
    while (!await this.ask(what)) {
      if (Date.now() > end) throw new Error(`${this.css}: not within ${timeout} ms`);
      await pause(30);
    }
    return this;
  }
  async of(what, ...args) {
    await this.until(node => !!node);
    return this.ask(what, ...args);
  }
  count() { return this.frame.run(`${findAll} return all.length;`, [this.css, 0]); }
  isVisible() {
    return this.ask(node => !!node && node.getBoundingClientRect().width > 0 && node.getBoundingClientRect().height > 0 &&
        getComputedStyle(node).visibility !== 'hidden');
  }
  isChecked() { return this.of(node => node.checked); }
  textContent() { return this.of(node => node.textContent); }
  innerText() { return this.of(node => node.innerText); }
  inputValue() { return this.of(node => node.value); }
  getAttribute(name) { return this.of((node, attribute) => node.getAttribute(attribute), name); }
  focus() { return this.of(node => { node.focus(); }); }
  fill(text) {
    return this.of((node, value) => {
      node.value = value;
      node.dispatchEvent(new Event('input', {bubbles: true}));
      node.dispatchEvent(new Event('change', {bubbles: true}));
    }, text);
  }
  async boundingBox() {
    const box = await this.of(node => {
      const {x, y, width, height} = node.getBoundingClientRect();
      return {x, y, width, height};
    });
    const shift = await this.frame.page_.frameOffset(this.frame.path_);
    return {...box, x: box.x + shift.x, y: box.y + shift.y};
  }
  async click({position} = {}) {
    const box = await this.boundingBox();
    const at = position || {x: box.width / 2, y: box.height / 2};
    await this.frame.page_.mouse.click(box.x + at.x, box.y + at.y);
  }
  async screenshot() {
    await this.until(node => !!node);
    const page = this.frame.page_;
    return Buffer.from(await page.inFrame(this.frame.path_, async session => {
      const node = await session.call('POST', '/execute/sync', {script: `${findAll} return node;`, args: [this.css, this.index]});
      return session.call('GET', `/element/${node[elementKey]}/screenshot`);
    }), 'base64');
  }
  async contentFrame() {
    const index = await this.of(node => Array.from(document.querySelectorAll('iframe, frame')).indexOf(node));
    return new Frame(this.frame.page_, [...this.frame.path_, index]);
  }
}

class Page extends Frame {
  constructor(context) {
    super(null, []);
    this.page_ = this;
    this.context_ = context;
    this.session = context.session;
    this.scripts = [];
    this.inside = [];
    this.address = '';
    this.listeners = {};
    this.last = Promise.resolve();
    const {state} = context.proxy;
    state.script = () => [watch, ...this.scripts].join(';\n');
    state.asked = url => this.emit('request', {url: () => url});
    this.keyboard = {
      press: key => this.act([{type: 'key', id: 'keys', actions: keyActions(key)}]),
      type: text => this.act([{type: 'key', id: 'keys', actions: [...text].flatMap(letter => keyActions(letter))}]),
      down: key => this.act([{type: 'key', id: 'keys', actions: keyActions(key).slice(0, 1)}]),
      up: key => this.act([{type: 'key', id: 'keys', actions: keyActions(key).slice(-1)}]),
    };
    this.at = {x: 0, y: 0};
    const move = (x, y) => ({type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport'});
    const mouse = actions => this.act([{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]);
    const down = {type: 'pointerDown', button: 0}, up = {type: 'pointerUp', button: 0};
    this.mouse = {
      move: async (x, y, {steps = 1} = {}) => {
        for (let i = 1; i <= steps; ++i) {
          await mouse([move(this.at.x + (x - this.at.x) * i / steps, this.at.y + (y - this.at.y) * i / steps)]);
        }
        this.at = {x, y};
      },
      down: () => mouse([down]),
      up: () => mouse([up]),
      click: async (x, y) => {
        this.at = {x, y};
        await mouse([move(x, y), down, up]);
      },
      wheel: async (deltaX, deltaY) => {
        // The driver takes the same distance again for no change.
        this.odd = !this.odd;
        await this.act([{type: 'wheel', id: 'wheel', actions: [{type: 'scroll', duration: 0, origin: 'viewport',
          x: Math.round(this.at.x), y: Math.round(this.at.y), deltaX, deltaY: deltaY + (this.odd ? 0 : 1)}]}]);
      },
    };
  }
  act(actions) { return this.inFrame([], session => session.call('POST', '/actions', {actions})); }

  // One command after the other, each from the top document.
  inFrame(path, what) {
    const next = this.last.then(async () => {
      await this.session.call('POST', '/frame', {id: null});
      for (const index of path) await this.session.call('POST', '/frame', {id: index});
      return what(this.session);
    });
    this.last = next.catch(() => {});
    return next;
  }
  async frameOffset(path) {
    const offset = {x: 0, y: 0};
    for (let i = 0; i < path.length; ++i) {
      const box = await new Frame(this, path.slice(0, i)).run(
          'const b = document.querySelectorAll("iframe, frame")[arguments[0]].getBoundingClientRect(); return {x: b.x, y: b.y};', [path[i]]);
      offset.x += box.x;
      offset.y += box.y;
    }
    return offset;
  }
  on(name, listener) { (this.listeners[name] ||= []).push(listener); }
  emit(name, value) { for (const listener of this.listeners[name] || []) listener(value); }
  async addInitScript(script, arg) { this.scripts.push(`(${script})(${arg === undefined ? '' : JSON.stringify(arg)})`); }
  async route(pattern, handler) { this.context_.proxy.state.routes.push([pattern, handler]); }
  async goto(url) {
    await this.tell();
    await this.inFrame([], session => session.call('POST', '/url', {url}));
    await this.noteAddress();
  }
  async reload() {
    await this.tell();
    await this.inFrame([], session => session.call('POST', '/refresh'));
  }
  // The address as the page has it, without waiting, as in Playwright.
  url() { return this.address; }
  async evaluate(what, arg) {
    const value = await super.evaluate(what, arg);
    await this.noteAddress();
    return value;
  }
  async waitForFunction(what, arg, options) {
    const value = await super.waitForFunction(what, arg, options);
    await this.noteAddress();
    return value;
  }
  async noteAddress() {
    const [address, ...inside] = await this.run('return [location.href, ...Array.from(document.querySelectorAll("iframe, frame"), f => f.src)];')
        .catch(() => [this.address]);
    this.address = address;
    this.inside = inside.map((url, i) => new Frame(this, [i], url));
  }
  mainFrame() { return this; }
  frames() { return [this, ...this.inside]; }
  context() { return this.context_; }
  waitForTimeout(ms) { return pause(ms); }
  async screenshot() { return Buffer.from(await this.inFrame([], session => session.call('GET', '/screenshot')), 'base64'); }
  async setViewportSize(size) { await this.inFrame([], () => this.context_.resize(size)); }
  // What this document has complained of, to those who listen.
  async tell() {
    for (const frame of this.frames()) {
      const told = await frame.run('const t = globalThis.abscopeTest; return t ? t.told.splice(0) : [];').catch(() => []);
      for (const [kind, text] of told) {
        if (kind === 'pageerror') this.emit('pageerror', new Error(text));
        else this.emit('console', {type: () => kind, text: () => text});
      }
    }
  }
}

class Context {
  async open(need, display, {viewport = {width: 1280, height: 720}, deviceScaleFactor = 1} = {}) {
    const binary = need(findMiniBrowser(), 'WebKitGTK MiniBrowser');
    need(existsSync('/usr/bin/WebKitWebDriver'), 'WebKitWebDriver');
    if (!Number.isInteger(deviceScaleFactor)) throw new Error('WebKitGTK has whole densities only');
    // Its window with a tool bar cannot be as narrow as a phone: a screen of that size, and no bar.
    this.narrow = viewport.width < 500;
    this.screen = this.narrow ? await openDisplay(`${viewport.width * deviceScaleFactor}x${viewport.height * deviceScaleFactor}`) : null;
    this.proxy = await openProxy();
    const port = await freePort();
    this.driver = spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: {...process.env, DISPLAY: (this.screen || display).name, LIBGL_ALWAYS_SOFTWARE: '1', GDK_SCALE: String(deviceScaleFactor),
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', GDK_BACKEND: 'x11'},
    });
    this.end = () => this.driver.kill();
    process.on('exit', this.end);
    this.session = new Session(port);
    const capabilities = {
      'browserName': 'MiniBrowser',
      'proxy': {proxyType: 'manual', httpProxy: `127.0.0.1:${this.proxy.port}`},
      'webkitgtk:browserOptions': {binary, args: ['--automation', ...(this.narrow ? ['--full-screen'] : [])]},
    };
    for (let i = 0; ; ++i) {
      try {
        await this.session.open(capabilities);
        break;
      } catch (error) {
        if (i > 40 || error.code) throw error;
        await pause(100);  // the driver is not listening yet
      }
    }
    await this.session.call('POST', '/timeouts', {script: 120000, pageLoad: 120000});
    if (!this.narrow) await this.resize(viewport);
    const size = await this.innerSize();
    if (size[0] !== viewport.width || size[1] !== viewport.height) throw new Error(`WebKit's window is ${size}, not ${viewport.width},${viewport.height}`);
    this.page = new Page(this);
    return this;
  }
  innerSize() { return this.session.call('POST', '/execute/sync', {script: 'return [innerWidth, innerHeight];', args: []}); }
  async resize({width, height}) {
    const outer = {width: width + 20, height: height + 60};
    for (let i = 0; i < 20; ++i) {
      const [w, h] = await this.innerSize();
      if (w === width && h === height) return;
      if (i) {
        outer.width += width - w;
        outer.height += height - h;
      }
      await this.session.call('POST', '/window/rect', {x: 0, y: 0, ...outer});
      await pause(50);
    }
  }
  async newPage() { return this.page; }
  newCDPSession() { throw new Error('only Chromium has these sessions'); }
  async close() {
    await this.page?.tell();
    await this.session.close().catch(() => {});
    process.off('exit', this.end);
    this.end();
    this.proxy.close();
    this.screen?.close();
  }
}

export async function launchWebKit(need) {
  const display = await openDisplay();
  const open = new Set();
  return {
    async newContext(options) {
      const context = await new Context().open(need, display, options);
      open.add(context);
      const close = context.close.bind(context);
      context.close = async () => {
        if (!open.delete(context)) return;
        await close();
      };
      return context;
    },
    async close() {
      for (const context of [...open]) await context.close();
      display.close();
    },
  };
}

// The lab in the worst places: a frame without an origin, no storage, a page full of other pictures,
// tabs that nobody looks at. What can work works there; what cannot says so.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {drawn, engine, newPage, onlyFull, openLab, openSite, passFrames, waitIdle, waitReady} from './lab.mjs';

const frame = (sandbox, address) => `<iframe id="lab" ${sandbox} src="${address}" title="Abscope"></iframe>`;
const hostPage = inside => `<!doctype html><meta charset="utf-8"><title>Course page</title>
<style>body{margin:0;height:4000px} iframe{width:900px;height:500px;border:0;display:block}</style>
${inside}`;

let browser, origin, closeAll;
before(async () => ({browser, origin, close: closeAll} = await openSite({
  '/sandbox.html': hostPage(frame('sandbox="allow-scripts"', '/index.html?case=dewan-2009')),
  '/plain.html': hostPage(frame('', '/index.html?case=dewan-2009&speed=1')),
  '/crowd.html': hostPage('<script>globalThis.others = [];</script>' + frame('', '/index.html?case=dewan-2009')),
  '/ten.html': hostPage(frame('', '/index.html').repeat(10)),
})));
after(() => closeAll?.());

async function openHost(path, script) {
  const opened = await newPage(browser);
  if (script) await opened.page.addInitScript(script);
  await opened.page.goto(origin + path);
  const lab = opened.page.frames().find(f => f !== opened.page.mainFrame());
  await waitReady(lab, 60000);
  await lab.waitForSelector('[data-control="play"]', {state: 'attached'});
  return {...opened, lab};
}

const press = (lab, name) => lab.evaluate(id => document.querySelector(`#abscope-mirror [data-control="${id}"]`).click(), name);
const told = (lab, words) => lab.waitForFunction(
    text => new RegExp(text).test(document.getElementById('abscope-live').textContent), words, {timeout: 20000});
const summary = lab => lab.textContent('#abscope-mirror section p');

describe('a frame without an origin', () => {
  const copying = works => `document.execCommand = name => {
    globalThis.copied = document.activeElement.value;
    return ${works};
  }`;

  test('copies the link the old way where the clipboard is closed, and claims no address bar', async () => {
    const {lab, close} = await openHost('/sandbox.html', new Function(copying(true)));
    await press(lab, 'menu');
    await lab.waitForSelector('[data-control="share"]', {state: 'attached'});
    await press(lab, 'share');
    await told(lab, 'link to this plan is in the clipboard\\.$');
    assert.match(await lab.evaluate(() => globalThis.copied), /#case=dewan-2009/);
    await close();
  });

  test('says that it can have neither the clipboard nor the address bar, and shows the link as a code', async () => {
    const {lab, errors, close} = await openHost('/sandbox.html', new Function(copying(false)));
    await press(lab, 'menu');  // narrow as it is, the button is there
    await lab.waitForSelector('[data-control="share"]', {state: 'attached'});
    await press(lab, 'share');
    await told(lab, 'keeps the address bar and the clipboard');
    await lab.waitForFunction(() => document.querySelector('[role=dialog]')?.hidden === false);
    assert.deepEqual(errors, []);
    await close();
  });

  test('says that it may not fill the screen', async () => {
    const {lab, close} = await openHost('/sandbox.html');
    await press(lab, 'menu');
    await lab.waitForSelector('[data-control="fullScreen"]', {state: 'attached'});
    await press(lab, 'fullScreen');
    await told(lab, 'does not allow it');
    await close();
  });

  test('says that a file may not have been saved', async () => {
    const {lab, close} = await openHost('/sandbox.html');
    await press(lab, 'menu');
    await lab.waitForSelector('[data-control="exportCsv"]', {state: 'attached'});
    await press(lab, 'exportCsv');
    await told(lab, 'If nothing was saved');
    await close();
  });

  test('plays, changes the plan and undoes it', async () => {
    const {lab, errors, close} = await openHost('/sandbox.html');
    const dose = () => lab.getAttribute('[data-control="rtDose"]', 'aria-valuetext')
        .catch(() => '');
    // At this size the controls are in a tab of their own.
    await lab.evaluate(() => document.querySelector('[data-control="narrowTab"][data-instance="1"]')?.click());
    await lab.waitForSelector('[data-control="rtDose"]', {state: 'attached'});
    const first = await dose();
    await lab.evaluate(() => {
      const range = document.querySelector('[data-control="rtDose"]');
      range.value = 3;
      range.dispatchEvent(new Event('input', {bubbles: true}));
      range.dispatchEvent(new Event('change', {bubbles: true}));
    });
    await lab.waitForFunction(text => document.querySelector('[data-control="rtDose"]').getAttribute('aria-valuetext') !== text, first);
    await press(lab, 'undo');
    await lab.waitForFunction(text => document.querySelector('[data-control="rtDose"]').getAttribute('aria-valuetext') === text, first);
    await press(lab, 'play');
    await lab.waitForFunction(() => /^Day [2-9]/.test(document.querySelector('#abscope-mirror section p').textContent));
    assert.deepEqual(errors, []);
    await close();
  });
});

describe('what a page may be refused', () => {
  // As with cookies and site data blocked: every door throws.
  const noStorage = () => {
    globalThis.touched = [];
    const refuse = (object, name) => Object.defineProperty(object, name, {
      get() {
        globalThis.touched.push(name);
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
      set() {
        globalThis.touched.push(name);
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) refuse(window, name);
    refuse(Document.prototype, 'cookie');
  };

  test('storage that throws: the lab opens, plays and shares all the same', async () => {
    const {page, errors, close} = await newPage(browser);
    await page.addInitScript(noStorage);
    await page.goto(`${origin}/?case=dewan-2009`);
    await waitReady(page, 60000);
    await page.waitForSelector('[data-control="play"]', {state: 'attached'});
    await press(page, 'play');
    await page.waitForFunction(() => /^Day [2-9]/.test(document.querySelector('#abscope-mirror section p').textContent));
    await press(page, 'share');
    await page.waitForFunction(() => location.hash.startsWith('#case=dewan-2009'));
    assert.deepEqual(errors, []);
    await close();
  });

  test('cookies of third parties: none are set, none are asked for', async () => {
    const {page, close} = await newPage(browser);
    const foreign = origin.replace('127.0.0.1', 'localhost');
    await page.addInitScript(() => {
      globalThis.cookies = [];
      const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
      Object.defineProperty(Document.prototype, 'cookie', {
        get() { globalThis.cookies.push('read'); return own.get.call(this); },
        set(value) { globalThis.cookies.push('written'); own.set.call(this, value); },
      });
    });
    await page.goto(`${foreign}/plain.html`);
    await page.evaluate(address => { document.getElementById('lab').src = address; }, `${origin}/index.html`);
    const lab = await (await page.waitForSelector('#lab')).contentFrame();
    await waitReady(lab, 60000);
    await lab.waitForSelector('[data-control="play"]', {state: 'attached'});
    await press(lab, 'play');
    await passFrames(page, 10);
    assert.deepEqual(await lab.evaluate(() => globalThis.cookies), []);
    assert.equal(await lab.evaluate(() => document.cookie), '');
    await close();
  });
});

describe('a page with other pictures', () => {
  const addContexts = (page, count) => page.evaluate(n => {
    for (let i = 0; i < n; ++i) {
      const canvas = document.body.appendChild(document.createElement('canvas'));
      canvas.width = canvas.height = 32;
      const gl = canvas.getContext('webgl2') || canvas.getContext('webgl');
      gl.clear(gl.COLOR_BUFFER_BIT);
      globalThis.others.push(gl);
    }
    return globalThis.others.filter(gl => !gl.isContextLost()).length;
  }, count);

  test('opens beside 15 others that draw', async () => {
    const {page, close} = await newPage(browser);
    await page.goto(`${origin}/crowd.html`);
    const lab = page.frames().find(f => f !== page.mainFrame());
    await addContexts(page, 15);
    await waitReady(lab, 60000);
    await waitIdle(lab, 60000);
    const before = (await drawn(lab)).frames;
    await press(lab, 'play');
    await lab.waitForFunction(n => globalThis.drawn.frames > n + 5, before);
    await close();
  });

  test('says so when 16 newer ones take its context away, and comes back with its plan', async () => {
    const {page, lab, close} = await openHost('/crowd.html');
    await lab.evaluate(() => { document.querySelector('[data-control="day"]').value = 12; });
    await lab.evaluate(() => {
      const range = document.querySelector('[data-control="day"]');
      range.dispatchEvent(new Event('input', {bubbles: true}));
      range.dispatchEvent(new Event('change', {bubbles: true}));
    });
    await lab.waitForFunction(() => /^Day 12/.test(document.querySelector('#abscope-mirror section p').textContent));
    await addContexts(page, 16);
    const lost = await lab.evaluate(() => document.getElementById('canvas').getContext('webgl2').isContextLost());
    if (!lost) {
      // An engine that can have more: then the lab must still draw.
      const frames = (await drawn(lab)).frames;
      await press(lab, 'play');
      await lab.waitForFunction(n => globalThis.drawn.frames > n + 5, frames);
      await close();
      return;
    }
    await lab.waitForSelector('#abscope-lost button', {timeout: 20000});
    assert.match(await lab.innerText('#abscope-lost'), /taken the lab.s picture away/);
    await page.evaluate(() => {
      for (const gl of globalThis.others.splice(0)) gl.getExtension('WEBGL_lose_context').loseContext();
      document.querySelectorAll('canvas').forEach(canvas => canvas.remove());
    });
    await lab.click('#abscope-lost button');
    await page.waitForTimeout(1000);
    const again = await (await page.waitForSelector('#lab')).contentFrame();
    await waitReady(again, 60000);
    await again.waitForFunction(() => /^Day 12/.test(document.querySelector('#abscope-mirror section p')?.textContent || ''));
    await close();
  });
});

describe('what nobody looks at', () => {
  test('a frame scrolled out of view draws nothing, and goes on when it comes back', async () => {
    for (const path of ['/plain.html', '/sandbox.html']) {
      const {page, lab, close} = await openHost(path);
      await press(lab, 'play');
      await lab.waitForFunction(() => globalThis.drawn.frames > 10);
      await page.evaluate(() => scrollTo(0, 3000));
      await page.waitForTimeout(700);
      const hidden = (await drawn(lab)).frames;
      await page.waitForTimeout(700);
      assert.equal((await drawn(lab)).frames, hidden, `${path}: it draws out of view`);
      await page.evaluate(() => scrollTo(0, 0));
      await lab.waitForFunction(n => globalThis.drawn.frames > n + 5, hidden);
      await close();
    }
  });

  test('a hidden tab draws nothing, and its course has not run on meanwhile', async () => {
    const {page, close} = await openLab(browser, `${origin}/?case=dewan-2009&speed=1`);
    await page.waitForSelector('[data-control="play"]', {state: 'attached'});
    await press(page, 'play');
    await page.waitForFunction(() => globalThis.drawn.frames > 10);
    // A browser without windows hides none: what a tab is told then, and that it gets no more frames.
    const set = hidden => page.evaluate(value => {
      const ask = globalThis.usualFrame ||= globalThis.requestAnimationFrame;
      Object.defineProperty(document, 'hidden', {configurable: true, value});
      Object.defineProperty(document, 'visibilityState', {configurable: true, value: value ? 'hidden' : 'visible'});
      globalThis.requestAnimationFrame = value ? callback => {
        (globalThis.put ||= []).push(callback);
        return 0;
      } : ask;
      document.dispatchEvent(new Event('visibilitychange'));
      if (!value) globalThis.put.splice(0).forEach(callback => ask(callback));
    }, hidden);
    await set(true);
    await page.waitForTimeout(300);
    const before = {frames: (await drawn(page)).frames, words: await summary(page)};
    await page.waitForTimeout(6000);
    assert.equal((await drawn(page)).frames, before.frames, 'it draws in a hidden tab');
    await set(false);
    await page.waitForFunction(n => globalThis.drawn.frames > n, before.frames);
    await press(page, 'play');
    await waitIdle(page, 60000);
    const day = text => Number(/^Day (\d+(?:\.\d+)?)/.exec(text)[1]);
    const passed = day(await summary(page)) - day(before.words);
    assert.ok(passed < 4.5, `${passed} days in a tab that was hidden for 6 s`);
    await close();
  });

  const full = {...onlyFull, ...(engine === 'chromium' ? {} : {skip: 'only Chromium tells what its processes cost'})};
  test('ten labs at rest on one page take less than one core', full, async () => {
    const {page, close} = await newPage(browser);
    await page.goto(`${origin}/ten.html`);
    const labs = page.frames().filter(f => f !== page.mainFrame());
    assert.equal(labs.length, 10);
    for (const lab of labs) await waitReady(lab, 120000);
    await page.evaluate(() => document.querySelectorAll('iframe').forEach(f => Object.assign(f.style, {width: '250px', height: '200px', float: 'left'})));
    for (const lab of labs) await waitIdle(lab, 120000);
    const session = await browser.newBrowserCDPSession();
    const seconds = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo
        .reduce((sum, process) => sum + process.cpuTime, 0);
    const [start, began] = [await seconds(), performance.now()];
    await page.waitForTimeout(5000);
    const cores = (await seconds() - start) / ((performance.now() - began) / 1000);
    console.log(`ten labs at rest: ${cores.toFixed(2)} cores`);
    assert.ok(cores < 1, `${cores.toFixed(2)} cores`);
    await close();
  });
});

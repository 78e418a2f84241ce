// The lab as one element of somebody else's page: it takes no more than its share of keys, wheel
// and focus, and starts where a page may not fetch.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {join} from 'node:path';
import {dist, newPage, openLab, openSite, passFrames, waitIdle, waitReady} from './lab.mjs';

const hostPage = sandbox => `<!doctype html><meta charset="utf-8"><title>Course page</title>
<style>body{margin:0;height:3000px} iframe{width:900px;height:500px;border:0;display:block}</style>
<input id="before" aria-label="before">
<iframe id="lab" ${sandbox} src="/index.html" title="Abscope"></iframe>
<input id="after" aria-label="after">`;

let browser, origin, closeAll;

before(async () => ({browser, origin, close: closeAll} = await openSite({
    '/host.html': hostPage(''),
    '/sandbox.html': hostPage('sandbox="allow-scripts"'),
  })));
after(() => closeAll?.());

async function openHost(path) {
  const opened = await newPage(browser);
  await opened.page.goto(origin + path);
  const frame = opened.page.frames().find(f => f !== opened.page.mainFrame());
  await waitReady(frame);
  return {...opened, frame};
}

// The lab's page with a field of our own put into it, as a page that uses the program directly has.
async function openWithField() {
  const lab = await openLab(browser, `${origin}/`);
  await lab.page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'field';
    document.body.prepend(field);
  });
  await waitIdle(lab.page);
  return lab;
}

const active = page => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

describe('keyboard', () => {
  test('a text field of the page takes every key', async () => {
    const {page, close} = await openWithField();
    await page.click('#field');
    await page.keyboard.type('Dose 2.5 Gy');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('_');
    assert.equal(await page.inputValue('#field'), 'Dose 2.5 _G');
    await close();
  });

  test('a click gives the canvas the focus, and keys typed then do not reach the field', async () => {
    const {page, close} = await openWithField();
    await page.click('#field');
    await page.click('#canvas', {position: {x: 600, y: 500}});
    assert.equal(await active(page), 'canvas');
    await page.keyboard.type('abc');
    assert.equal(await page.inputValue('#field'), '');
    await close();
  });

  test('Tab and Shift+Tab go through the canvas and its controls and leave them', async () => {
    for (const path of ['/host.html', '/sandbox.html']) {
      const {page, frame, close} = await openHost(path);
      await frame.waitForSelector('[data-control="play"]', {state: 'attached'});
      const stop = () => frame.evaluate(() => {
        const {id, dataset} = document.activeElement;
        return dataset.control ? dataset.control + '/' + dataset.instance : id;
      });
      await page.click('#before');
      await page.keyboard.press('Tab');
      assert.equal(await active(page), 'lab');
      assert.equal(await stop(), 'canvas');
      const stops = [];
      for (await page.keyboard.press('Tab'); await active(page) === 'lab'; await page.keyboard.press('Tab')) {
        stops.push(await stop());
        assert.ok(stops.length < 200, `no way out after ${stops.slice(-5)}`);
      }
      assert.equal(await active(page), 'after');
      assert.equal(new Set(stops).size, stops.length, 'a control has the focus twice');
      // As they are read: the lab's own buttons, the play area, its tabs and curves.
      const order = ['cases', 'play', 'narrowTab', 'day'].map(name => stops.findIndex(key => key.startsWith(name + '/')));
      assert.ok(order[0] >= 0 && order.every((at, i) => i === 0 || at > order[i - 1]), `${stops}`);
      await page.keyboard.press('Shift+Tab');
      for (let i = stops.length - 1; i >= 0; --i) {
        assert.equal(await active(page), 'lab');
        assert.equal(await stop(), stops[i]);
        await page.keyboard.press('Shift+Tab');
      }
      assert.equal(await stop(), 'canvas');
      await page.keyboard.press('Shift+Tab');
      assert.equal(await active(page), 'before');
      await close();
    }
  });

  test('keys of the browser keep their default, keys of the lab do not', async () => {
    const {page, close} = await openWithField();
    await page.focus('#canvas');
    await page.evaluate(() => {
      globalThis.prevented = {};
      addEventListener('keydown', event => {
        globalThis.prevented[event.key] = event.defaultPrevented;
      });
      // What the canvas stops on its way never bubbles here: see those in the capture phase.
      addEventListener('keydown', event => {
        setTimeout(() => {
          globalThis.prevented[event.key] = event.defaultPrevented;
        });
      }, true);
    });
    for (const key of ['F5', 'F12', 'Control+l', 'Control+v', 'Alt+ArrowLeft', 'ArrowDown', 'Control+z']) {
      await page.evaluate(combo => {
        const parts = combo.split('+');
        const key = parts.pop();
        document.getElementById('canvas').dispatchEvent(new KeyboardEvent('keydown', {
          key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, bubbles: true, cancelable: true,
          keyCode: {ArrowDown: 40, ArrowLeft: 37, F5: 116, F12: 123}[key] || key.toUpperCase().charCodeAt(0),
          ctrlKey: parts.includes('Control'), altKey: parts.includes('Alt'),
        }));
      }, key);
      await passFrames(page, 2);
    }
    const prevented = await page.evaluate(() => globalThis.prevented);
    assert.deepEqual(prevented, {F5: false, F12: false, l: false, v: false, ArrowLeft: false,
      ArrowDown: true, z: true});
    await close();
  });
});

describe('wheel', () => {
  const scrolled = page => page.evaluate(() => scrollY);

  test('scrolls the page over an unfocused lab, and not over a focused one', async () => {
    const {page, frame, close} = await openHost('/host.html');
    await page.mouse.move(450, 250);
    await page.mouse.wheel(0, 200);
    await page.waitForFunction(() => scrollY > 100);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(() => scrollY === 0);
    await page.mouse.click(450, 250);
    assert.equal(await frame.evaluate(() => document.activeElement.id), 'canvas');
    const wheel = frame.evaluate(() => new Promise(done => {
      addEventListener('wheel', event => setTimeout(() => done(event.defaultPrevented)), {once: true, capture: true});
    }));
    await passFrames(page, 2);
    await page.mouse.wheel(0, 200);
    assert.equal(await wheel, true, 'the lab takes the wheel');
    await passFrames(page, 20);
    assert.equal(await scrolled(page), 0);
    await close();
  });
});

describe('where a page may not fetch', () => {
  test('starts in sandbox="allow-scripts" from a server without CORS headers', async () => {
    const {frame, errors, close} = await openHost('/sandbox.html');
    const origin = await frame.evaluate(() => globalThis.origin);
    assert.equal(origin, 'null', 'the frame is not sandboxed');
    const refused = await frame.evaluate(() => fetch('abscope.wasm').then(() => false, () => true));
    assert.equal(refused, true, 'fetch works here: the test proves nothing');
    assert.deepEqual(errors, []);
    await close();
  });

  test('lets no script in that is not its own', async () => {
    const {page, errors, close} = await openLab(browser, `${origin}/`);
    const ran = await page.evaluate(async () => {
      globalThis.strangers = [];
      const add = properties => new Promise(done => {
        const script = Object.assign(document.createElement('script'), properties);
        script.onload = () => done(true);
        script.onerror = () => done(false);
        document.head.append(script);
        setTimeout(() => done(false), 2000);
      });
      await add({textContent: 'strangers.push("inline")'});
      await add({src: 'data:text/javascript,strangers.push("data")'});
      // Its own script loads: the test would see one that runs.
      return {own: await add({src: 'host.js'}), strangers: globalThis.strangers};
    });
    assert.deepEqual(ran, {strangers: [], own: true});
    assert.deepEqual(errors.filter(text => !/Content.Security.Policy/i.test(text)), []);
    await close();
  });

  test('starts from disk', async () => {
    const {errors, close} = await openLab(browser, pathToFileURL(join(dist, 'index.html')).href);
    assert.deepEqual(errors, []);
    await close();
  });
});

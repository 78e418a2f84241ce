// What every browser test needs: a browser with WebGL 2 in software (engine.mjs), dist/ served on a
// free port, and the lab open and proven to be drawing.
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {serve} from '../../scripts/serve.mjs';
import {engine, launchEngine} from './engine.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const dist = process.env.ABSCOPE_DIST || join(root, 'dist');

// Options of the tests that take long: test('...', onlyFull, ...) runs with tests/run-all.sh --full.
export const full = process.env.ABSCOPE_FULL === '1';
export const onlyFull = full ? {} : {skip: 'only with tests/run-all.sh --full'};

export function launch(extraArgs = []) {
  assert.ok(existsSync(join(dist, 'index.html')), `no built lab in ${dist}: run ./build-wasm.sh first`);
  return launchEngine(extraArgs);
}

// Counts what the program draws, from outside: one clear a frame, and every draw call.
const countDrawing = () => {
  const counts = (globalThis.drawn = {frames: 0, calls: 0});
  const gl = globalThis.WebGL2RenderingContext && WebGL2RenderingContext.prototype;
  if (!gl) return;
  const wrap = (name, key) => {
    const original = gl[name];
    gl[name] = function(...args) {
      ++counts[key];
      if (key === 'frames' && globalThis.captureFrame) {
        // After this frame's own code, before the browser takes the picture away.
        const done = globalThis.captureFrame;
        globalThis.captureFrame = null;
        queueMicrotask(() => done(this.canvas.toDataURL()));
      }
      return original.apply(this, args);
    };
  };
  wrap('clear', 'frames');
  for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced']) {
    wrap(name, 'calls');
  }
};

// Waits until the program says that its first full frame is drawn, or fails with the page's words.
export async function waitReady(frame, timeout = 30000) {
  await frame.waitForFunction(
      () => ['ready', 'error'].includes(document.documentElement.dataset.abscope), null, {timeout});
  const state = await frame.evaluate(() => ({
    state: document.documentElement.dataset.abscope,
    error: document.getElementById('abscope-error').innerText,
  }));
  assert.equal(state.state, 'ready', `the page shows an error instead: ${state.error}`);
  const gl = await frame.evaluate(() => {
    const context = document.getElementById('canvas').getContext('webgl2');
    const info = context && context.getExtension('WEBGL_debug_renderer_info');
    return {
      lost: !context || context.isContextLost(),
      renderer: context && context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER),
    };
  });
  assert.equal(gl.lost, false, 'the WebGL context is lost or was never made');
  assert.match(gl.renderer, /\S/, 'no WebGL renderer');
  return gl.renderer;
}

// A browser and a server of dist/ (and of the pages given), for all tests of a file:
//   before(async () => ({browser, address, close: closeAll} = await openSite()));
//   after(() => closeAll?.());
export async function openSite(pages = {}) {
  const browser = await launch();
  const server = await serve(dist, 0, pages);
  const origin = `http://127.0.0.1:${server.port}`;
  const close = async () => {
    await browser.close();
    server.close();
  };
  return {browser, origin, address: `${origin}/`, close};
}

// What Firefox calls an error of the page and is none: a fetch that is refused to a sandboxed frame,
// and the style that Playwright tries to add when it takes a picture. Chromium would tell of ours.
const ownNoise = /Cross-Origin Request Blocked|blocked an inline style/;

// {page, errors}: a new page with drawing counted; errors collects what the page complained of.
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 720}, ...options});
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', error => {
    if (engine !== 'firefox' || !ownNoise.test(String(error))) errors.push(String(error));
  });
  await page.addInitScript(countDrawing);
  return {page, errors, close: () => context.close()};
}

export async function openLab(browser, address, options = {}) {
  const opened = await newPage(browser, options);
  await opened.page.goto(address);
  opened.renderer = await waitReady(opened.page);
  return opened;
}

export const drawn = page => page.evaluate(() => ({...globalThis.drawn}));

// The next frame exactly as drawn, in device pixels: a PNG's bytes.
export async function captureFrame(page) {
  const url = await page.evaluate(() => new Promise(done => {
    globalThis.captureFrame = done;
    document.getElementById('canvas').dispatchEvent(new Event('blur'));  // asks for a frame
  }));
  return Buffer.from(url.split(',')[1], 'base64');
}

// Lets animation frames pass: the program has had that many chances to draw.
export const passFrames = (page, count) => page.evaluate(async n => {
  for (let i = 0; i < n; ++i) await new Promise(requestAnimationFrame);
}, count);

// Waits until the program has come to rest: no frame drawn during 20 animation frames.
export async function waitIdle(page, timeout = 10000) {
  const end = Date.now() + timeout;
  for (;;) {
    const before = (await drawn(page)).frames;
    await passFrames(page, 20);
    if ((await drawn(page)).frames === before) return;
    assert.ok(Date.now() < end, 'the program never comes to rest');
  }
}

export {engine, serve};

// A finger on the canvas: a real one in Chromium; elsewhere the events that one makes.
export async function openFinger(page) {
  if (engine === 'chromium') {
    const session = await page.context().newCDPSession(page);
    return (type, x, y) => session.send('Input.dispatchTouchEvent', {type, touchPoints: type === 'touchEnd' ? [] : [{x, y}]});
  }
  let last = [0, 0];
  return async (type, x = last[0], y = last[1]) => {
    last = [x, y];
    await page.evaluate(([type, x, y]) => {
      const canvas = document.getElementById('canvas');
      const point = {identifier: 1, target: canvas, clientX: x, clientY: y, pageX: x, pageY: y, screenX: x, screenY: y};
      const touches = type === 'touchEnd' ? [] : [point];
      const event = new Event(type.toLowerCase(), {bubbles: true, cancelable: true});
      for (const [name, value] of [['touches', touches], ['targetTouches', touches], ['changedTouches', [point]]]) {
        Object.defineProperty(event, name, {value});
      }
      canvas.dispatchEvent(event);
    }, [type, x, y]);
  };
}

// For tests that one engine's driver cannot do: why, or false.
export const unless = (ok, why) => (ok ? false : why);

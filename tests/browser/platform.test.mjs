// The window in the page: sharpness, size, touch, rest, and the loss of the WebGL context.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {PNG} from 'pngjs';
import {
  captureFrame, drawn, engine, newPage, openFinger, openLab, openSite, passFrames, unless, waitIdle,
} from './lab.mjs';

let browser, address, closeAll;

before(async () => ({browser, address, close: closeAll} = await openSite()));
after(() => closeAll?.());

const canvasSize = page => page.evaluate(() => {
  const canvas = document.getElementById('canvas');
  const box = canvas.getBoundingClientRect();
  return {width: canvas.width, height: canvas.height, cssWidth: box.width, cssHeight: box.height};
});

const picture = async page => PNG.sync.read(await page.locator('#canvas').screenshot());

// The share of pixels that differ clearly from the ground #0e1320.
function inkShare(png) {
  let ink = 0;
  for (let i = 0; i < png.data.length; i += 4) {
    const off = Math.abs(png.data[i] - 0x0e) + Math.abs(png.data[i + 1] - 0x13) + Math.abs(png.data[i + 2] - 0x20);
    if (off > 24) ++ink;
  }
  return ink / (png.data.length / 4);
}

// The mean step between neighbours along rows, over pixels where there is any: edges of a picture
// that was drawn small and stretched are soft.
function edgeStrength(png) {
  let sum = 0, count = 0;
  for (let y = 0; y < png.height; ++y) {
    for (let x = 1; x < png.width; ++x) {
      const i = 4 * (y * png.width + x);
      const step = Math.abs(png.data[i + 1] - png.data[i - 3]);
      if (step > 8) {
        sum += step;
        ++count;
      }
    }
  }
  return sum / count;
}

describe('size and density', () => {
  for (const [width, height] of [[390, 844], [1280, 720], [3840, 2160]]) {
    test(`fills ${width}x${height}`, async () => {
      const {page, errors, close} = await openLab(browser, address, {viewport: {width, height}});
      await waitIdle(page, 30000);
      const size = await canvasSize(page);
      const room = await page.evaluate(() => document.querySelector('main').getBoundingClientRect().height);
      assert.equal(size.width, width);
      assert.equal(size.height, Math.floor(room));
      // A canvas stretched by a fraction of a pixel is blurred all over.
      assert.equal(size.cssWidth, size.width);
      assert.equal(size.cssHeight, size.height);
      assert.ok(inkShare(await picture(page)) > 0.0005, 'nothing is drawn');
      assert.deepEqual(errors, []);
      await close();
    });
  }

  test('follows a change of its box without a window resize', async () => {
    const {page, close} = await openLab(browser, address);
    await waitIdle(page);
    const before = (await drawn(page)).frames;
    await page.evaluate(() => {
      document.querySelector('main').style.maxWidth = '700px';
    });
    await page.waitForFunction(() => document.getElementById('canvas').width === 700);
    await waitIdle(page);
    assert.ok((await drawn(page)).frames > before, 'not drawn again');
    await close();
  });

  for (const deviceScaleFactor of [1.5, 2, 3]) {
    const skip = unless(engine !== 'webkit' || Number.isInteger(deviceScaleFactor), 'WebKitGTK has whole densities only');
    test(`is sharp at ${deviceScaleFactor} device pixels a CSS pixel`, {skip}, async () => {
      const viewport = {width: 800, height: 600};
      const {page, close} = await openLab(browser, address, {viewport, deviceScaleFactor});
      await waitIdle(page, 30000);
      const size = await canvasSize(page);
      assert.equal(size.width, Math.floor(size.cssWidth * deviceScaleFactor));
      const sharp = await picture(page);
      assert.equal(sharp.width, size.width);
      // The same layout drawn at density 1 and stretched is what blurry looks like.
      const low = await openLab(browser, address, {viewport});
      await waitIdle(low.page, 30000);
      const blurred = stretch(await picture(low.page), deviceScaleFactor);
      assert.ok(edgeStrength(sharp) > 1.15 * edgeStrength(blurred),
          `edges ${edgeStrength(sharp)} against ${edgeStrength(blurred)} when stretched`);
      await low.close();
      await close();
    });
  }

  const skip = unless(engine === 'chromium', 'only Chromium lets a test change the density of an open page');
  test('rasterises again when the density changes', {skip}, async () => {
    const {page, close} = await openLab(browser, address, {viewport: {width: 800, height: 600}});
    await waitIdle(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride',
        {width: 800, height: 600, deviceScaleFactor: 2, mobile: false});
    await page.waitForFunction(() => document.getElementById('canvas').width === 1600);
    await waitIdle(page);
    const changed = PNG.sync.read(await captureFrame(page));
    const fresh = await openLab(browser, address, {viewport: {width: 800, height: 600}, deviceScaleFactor: 2});
    await waitIdle(fresh.page);
    const expected = PNG.sync.read(await captureFrame(fresh.page));
    assert.equal(changed.width, 1600);
    assert.equal(expected.width, 1600);
    assert.ok(differing(changed, expected) < 200, 'the picture is not that of a fresh page');
    await fresh.close();
    await close();
  });
});

// Bilinear, as a browser stretches a canvas.
function stretch(png, factor) {
  const out = new PNG({width: Math.floor(png.width * factor), height: Math.floor(png.height * factor)});
  for (let y = 0; y < out.height; ++y) {
    for (let x = 0; x < out.width; ++x) {
      const u = Math.max(0, (x + 0.5) / factor - 0.5), v = Math.max(0, (y + 0.5) / factor - 0.5);
      const x0 = Math.floor(u), y0 = Math.floor(v);
      const x1 = Math.min(png.width - 1, x0 + 1), y1 = Math.min(png.height - 1, y0 + 1);
      for (let c = 0; c < 4; ++c) {
        const at = (px, py) => png.data[4 * (py * png.width + px) + c];
        const top = at(x0, y0) * (1 - (u - x0)) + at(x1, y0) * (u - x0);
        const low = at(x0, y1) * (1 - (u - x0)) + at(x1, y1) * (u - x0);
        out.data[4 * (y * out.width + x) + c] = top * (1 - (v - y0)) + low * (v - y0);
      }
    }
  }
  return out;
}

describe('rest', () => {
  test('draws nothing while nothing changes, and a few frames after a change', async () => {
    const {page, close} = await openLab(browser, address);
    await waitIdle(page);
    const before = await drawn(page);
    await passFrames(page, 60);
    assert.deepEqual(await drawn(page), before, 'it drew without a change');
    await page.mouse.move(3, 400);  // the margin: nothing there asks for help text
    await passFrames(page, 10);
    const moved = (await drawn(page)).frames - before.frames;
    assert.ok(moved >= 1 && moved <= 6, `${moved} frames for one move of the mouse`);
    await close();
  });

  test('asks WebGL nothing while it draws: each answer waits for the graphics process', async () => {
    const {page, close} = await openLab(browser, address);
    await waitIdle(page);
    await page.evaluate(() => {
      const gl = WebGL2RenderingContext.prototype;
      globalThis.asked = [];
      for (const name of ['getParameter', 'isEnabled', 'isProgram', 'getError', 'readPixels', 'finish']) {
        const original = gl[name];
        gl[name] = function(...args) {
          globalThis.asked.push(name);
          return original.apply(this, args);
        };
      }
    });
    const before = (await drawn(page)).frames;
    await page.mouse.move(3, 400);
    await page.waitForFunction(n => globalThis.drawn.frames > n, before);
    await waitIdle(page);
    assert.deepEqual(await page.evaluate(() => globalThis.asked), []);
    await page.evaluate(() => document.getElementById('canvas').getContext('webgl2').getError());
    assert.deepEqual(await page.evaluate(() => globalThis.asked), ['getError'], 'the test is blind');
    await close();
  });

  test('draws nothing while scrolled out of view', async () => {
    const {page, close} = await openLab(browser, address);
    await waitIdle(page);
    await page.evaluate(() => {
      document.body.style.display = 'block';
      document.querySelector('main').style.height = '500px';
      document.body.append(document.createElement('div'));
      document.body.lastChild.style.height = '5000px';
    });
    await page.waitForFunction(() => document.getElementById('canvas').height === 500);
    await page.evaluate(() => scrollTo(0, 2000));
    await page.waitForFunction(() => document.getElementById('canvas').getBoundingClientRect().bottom < 0);
    await passFrames(page, 10);
    const before = (await drawn(page)).frames;
    await page.evaluate(() => document.getElementById('canvas').dispatchEvent(
        new MouseEvent('mousemove', {clientX: 100, clientY: 100, bubbles: true})));
    await passFrames(page, 20);
    assert.equal((await drawn(page)).frames, before, 'it drew out of view');
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction(n => globalThis.drawn.frames > n, before);
    await close();
  });
});

describe('touch', () => {
  test('hover ends when the finger leaves', async () => {
    const {page, close} = await openLab(browser, address, {hasTouch: true});
    await waitIdle(page);
    const untouched = await picture(page);
    const finger = await openFinger(page);
    // On the collapse button of the first window or on any control: where the ink is densest.
    const spot = densestSpot(untouched);
    await finger('touchStart', spot.x, spot.y);
    await passFrames(page, 6);
    const before = (await drawn(page)).frames;
    // A cancelled touch must not act, only end.
    await finger('touchEnd');
    await page.waitForFunction(n => globalThis.drawn.frames > n, before);
    await waitIdle(page);
    const after = await picture(page);
    // Move the mouse into a corner and out: the picture without any hover must be the same.
    await page.mouse.move(1279, 690);
    await waitIdle(page);
    const away = await picture(page);
    assert.equal(differing(after, away), 0, 'something still looks hovered after the finger left');
    await close();
  });
});

function densestSpot(png) {
  let best = {x: 0, y: 0}, most = -1;
  for (let y = 20; y < png.height - 20; y += 8) {
    for (let x = 20; x < png.width - 20; x += 8) {
      let ink = 0;
      for (let dy = -8; dy <= 8; dy += 2) {
        for (let dx = -8; dx <= 8; dx += 2) ink += png.data[4 * ((y + dy) * png.width + x + dx) + 2];
      }
      if (ink > most) {
        most = ink;
        best = {x, y};
      }
    }
  }
  return best;
}

function differing(a, b) {
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    if (Math.abs(a.data[i] - b.data[i]) + Math.abs(a.data[i + 1] - b.data[i + 1]) +
        Math.abs(a.data[i + 2] - b.data[i + 2]) > 30) ++count;
  }
  return count;
}

describe('WebGL context', () => {
  test('comes back after a loss and shows the same picture', async () => {
    const {page, errors, close} = await openLab(browser, address);
    await waitIdle(page);
    const before = await picture(page);
    await page.evaluate(() => {
      const gl = document.getElementById('canvas').getContext('webgl2');
      globalThis.loseContext = gl.getExtension('WEBGL_lose_context');
      globalThis.loseContext.loseContext();
    });
    await page.waitForFunction(() => document.getElementById('canvas').getContext('webgl2').isContextLost());
    await passFrames(page, 5);
    const lost = (await drawn(page)).frames;
    await page.mouse.move(600, 600);
    await passFrames(page, 10);
    assert.equal((await drawn(page)).frames, lost, 'it draws into a lost context');
    await page.evaluate(() => globalThis.loseContext.restoreContext());
    await page.waitForFunction(n => globalThis.drawn.frames > n, lost);
    await page.mouse.move(1279, 690);
    await waitIdle(page);
    const after = await picture(page);
    assert.ok(differing(before, after) < 0.001 * before.width * before.height, 'the picture changed');
    const gl = await page.evaluate(() => document.getElementById('canvas').getContext('webgl2').getError());
    assert.equal(gl, 0);
    assert.deepEqual(errors, []);
    await close();
  });
});

describe('what a browser may lack', () => {
  const opensWith = async (script, expected) => {
    const {page, close} = await newPage(browser);
    await page.addInitScript(script);
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.abscope === 'error');
    const panel = page.locator('#abscope-error');
    assert.ok(await panel.isVisible());
    assert.match(await panel.innerText(), expected);
    assert.equal(await page.locator('#abscope-loading').isVisible(), false);
    await close();
  };

  test('no WebGL 2 in the browser', () => opensWith(
      () => delete globalThis.WebGL2RenderingContext, /WebGL 2[\s\S]*hardware acceleration/));
  test('no WebGL 2 context to be had', () => opensWith(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function(kind, ...rest) {
      return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
    };
  }, /WebGL 2/));
  test('no WebAssembly', () => opensWith(() => delete globalThis.WebAssembly, /WebAssembly/));
  test('no SIMD', () => opensWith(() => {
    WebAssembly.validate = () => false;
  }, /too old[\s\S]*SIMD/));

  test('a file is missing on the server', async () => {
    const {page, close} = await newPage(browser);
    await page.route(/abscope\.wasm/, route => route.fulfill({status: 404, body: ''}));
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.abscope === 'error');
    assert.match(await page.locator('#abscope-error').innerText(), /abscope\.wasm/);
    await close();
  });

  test('the page asks nobody else for anything', async () => {
    const {page, close} = await newPage(browser);
    const asked = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.abscope === 'ready');
    const foreign = asked.filter(url => !url.startsWith(address) && !url.startsWith('data:'));
    assert.deepEqual(foreign, []);
    assert.ok(asked.length >= 4, 'requests were not seen');
    await close();
  });
});

// The lab in somebody's hands: sliders, undo, links, wrong addresses, the keyboard, a slow machine.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {drawn, newPage, openSite, passFrames, waitIdle} from './lab.mjs';
import {
  area, areas, changed, colours, countPixels, decode, decodeUrl, focusLab, isLight, knobs, near,
  openAtRest, openQuiet, parkPointer, picture, runs, shareLink,
} from './lab_page.mjs';

const at = areas(1280, 720);
const shown = '?case=barsoumian-2020&day=12&cells=1600';
let browser, origin, closeAll;

before(async () => ({browser, address: origin, close: closeAll} = await openSite()));
after(() => closeAll?.());

const open = (address, options) => openAtRest(browser, origin + address, options);

// The first slider of the regimen editor is the dose per fraction.
const doseKnob = png => knobs(png, at.side)[0];

async function dragDose(page, png, pixels) {
  const {x, y} = doseKnob(png);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + pixels, y, {steps: 4});
  await page.mouse.up();
  await parkPointer(page);
}

describe('a slider', () => {
  test('moves the curves in the very frame that moves its knob', async () => {
    const {page, close} = await open(shown);
    const still = await picture(page);
    const knob = doseKnob(still);
    await page.mouse.move(knob.x, knob.y);
    await page.mouse.down();
    await waitIdle(page);
    // A move by a pixel, then one to another dose: of each, the first frame drawn.
    const result = await page.evaluate(async ({x, y}) => {
      const canvas = document.getElementById('canvas');
      const frameAfterMove = async to => {
        const frames = globalThis.drawn.frames;
        const url = new Promise(done => {
          globalThis.captureFrame = done;
        });
        canvas.dispatchEvent(new MouseEvent('mousemove', {clientX: to, clientY: y, buttons: 1, bubbles: true}));
        return {url: await url, drawnSince: globalThis.drawn.frames - frames};
      };
      return {before: await frameAfterMove(x + 1), after: await frameAfterMove(x - 60)};
    }, knob);
    assert.equal(result.after.drawnSince, 1, 'not the first frame');
    const before = decodeUrl(result.before.url), after = decodeUrl(result.after.url);
    const moved = doseKnob(after);
    assert.ok(moved.x < doseKnob(before).x - 30, 'the knob did not move');
    const curves = [at.curvesLeft, at.doses[3] + 40, at.curvesRight, at.curvesBottom];
    const share = changed(before, after, curves, 60);
    assert.ok(share > 0.01, `${(100 * share).toFixed(2)} % of the plot changed`);
    await page.mouse.up();
    await close();
  });

  test('can be undone and redone: the same picture, pixel for pixel', async () => {
    const {page, close} = await open(shown);
    await focusLab(page);
    const first = await picture(page);
    await dragDose(page, first, -80);
    const second = await picture(page);
    assert.ok(changed(first, second, at.plot, 30) > 0.005, 'the drag changed nothing');
    await page.keyboard.press('Control+z');
    // Below the bar with its two buttons, of which one can now be pressed.
    assert.equal(changed(first, await picture(page), at.below), 0, 'undo leads elsewhere');
    await page.keyboard.press('Control+y');
    assert.equal(changed(second, await picture(page), at.below), 0, 'redo leads elsewhere');
    // One drag is one step: a second undo finds nothing.
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    assert.equal(changed(first, await picture(page), at.below), 0, 'undo goes too far');
    await close();
  });
});

describe('a link', () => {
  const reopened = async link => {
    const {page, close} = await openQuiet(browser, link);
    await parkPointer(page);
    const png = await picture(page);
    await close();
    return png;
  };

  test('of a case names it, and shows the same picture on a fresh page', async () => {
    const {page, close} = await open('?case=savage-2020&day=9');
    await parkPointer(page);
    const png = await picture(page);
    const link = await shareLink(page);
    assert.match(link, /#case=savage-2020&arm=[\w.-]+&day=9$/);
    assert.equal(changed(png, await reopened(link), [0, 0, 1280, 720]), 0);
    await close();
  });

  test('of a changed plan, got by the Share button, holds the change', async () => {
    const {page, close} = await open('?case=barsoumian-2020&day=12');
    await parkPointer(page);
    const first = await picture(page);
    await dragDose(page, first, -70);
    await waitIdle(page);
    const second = await picture(page);
    const share = shareButton(second);
    await page.mouse.click(share.x, share.y);
    await page.waitForFunction(() => location.hash.startsWith('#s='));
    const again = await reopened(page.url());
    assert.equal(changed(second, again, at.plot), 0, 'other curves');
    assert.equal(changed(second, again, at.irradiated), 0, 'another tissue');
    assert.equal(changed(second, again, at.distant), 0, 'another tissue');
    assert.ok(changed(first, again, at.plot, 30) > 0.005, 'the link holds the unchanged plan');
    await close();
  });

  test('followed in an open page loads there', async () => {
    const {page, close} = await open('?case=barsoumian-2020');
    const first = await picture(page);
    await page.evaluate(() => {
      location.hash = '#case=dewan-2009';
    });
    await waitIdle(page);
    assert.ok(changed(first, await picture(page), at.plot, 30) > 0.005);
    await close();
  });
});

// The last button of the bar but the menu.
function shareButton(png) {
  const raised = runs(png, at.topBar, near(0x1e283d, 6), 20).filter(run => run.x > 1150 && run.x + run.length < 1236);
  assert.ok(raised.length > 0, 'no button beside the menu of the bar');
  const right = Math.max(...raised.map(run => run.x + run.length));
  return {x: right - 12, y: 22};
}

// A message is a wide box under the bar, framed in its own colour.
const messages = png =>
  runs(png, [300, 44, 980, 420], near(colours.warning, 60), 300).length > 0;

describe('a wrong address', () => {
  for (const [address, what] of [
    ['?case=nope', 'a case that is not there'],
    ['?case=barsoumian-2020&arm=nope', 'an arm that is not there'],
    ['?day=abc', 'a day that is no number'],
    ['?day=-4', 'a day before the first'],
    ['?cases=dewan-2009', 'a name with a slip'],
    ['#s=broken', 'a link that was cut'],
    ['#s=e30', 'a link without a plan'],
    ['?theme=pink', 'a theme that is not there'],
  ]) {
    test(`${what} (${address}): a message, and a lab that plays`, async () => {
      const {page, close} = await openQuiet(browser, origin + address);
      await passFrames(page, 3);
      assert.ok(messages(decode(await page.locator('#canvas').screenshot())), 'no message');
      const before = await drawn(page);
      await page.focus('#canvas');
      await page.keyboard.press(' ');
      await passFrames(page, 3);
      const one = decode(await page.locator('#canvas').screenshot());
      await passFrames(page, 6);
      const two = decode(await page.locator('#canvas').screenshot());
      assert.ok((await drawn(page)).frames > before.frames, 'nothing is drawn');
      assert.ok(changed(one, two, at.plot, 30) > 0.0003, 'it does not play');
      await close();
    });
  }

  test('nothing is said of parameters of others', async () => {
    const {page, close} = await openQuiet(browser, `${origin}?utm_source=course&fbclid=1&case=dewan-2009`);
    assert.equal(messages(await picture(page)), false);
    await close();
  });
});

describe('the keyboard alone', () => {
  const day = async page => {
    await page.evaluate(() => history.replaceState(null, '', location.pathname));
    const link = await shareLink(page);
    return Number((/&day=([\d.]+)/.exec(link) || [0, 0])[1]);
  };

  test('Tab reaches the lab; keys step, jump, and change the theme', async () => {
    const {page, close} = await open('?case=dewan-2009');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'canvas');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await passFrames(page, 5);
    assert.equal(await day(page), 2);
    await page.keyboard.press('ArrowLeft');
    await passFrames(page, 5);
    assert.equal(await day(page), 1);
    await page.keyboard.press('End');
    await passFrames(page, 5);
    assert.ok(await day(page) >= 20);
    await page.keyboard.press('Home');
    await passFrames(page, 5);
    assert.equal(await day(page), 0);
    await page.keyboard.press('l');
    await passFrames(page, 5);
    const light = decode(await page.locator('#canvas').screenshot());
    assert.ok(countPixels(light, at.side, (r, g, b) => r + g + b > 600) > 0.5 * area(at.side), 'not light');
    await close();
  });

  test('a ring round the lab shows where the keyboard is, not after a click', async () => {
    const {page, close} = await open(shown);
    const ring = near(0x4cc2ff, 12), edge = [0, 0, 1280, 2];
    await page.keyboard.press('Tab');
    assert.ok(countPixels(await picture(page), edge, ring) > 2400, 'no ring after Tab');
    await page.evaluate(() => document.activeElement.blur());
    await focusLab(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'canvas');
    assert.equal(countPixels(await picture(page), edge, ring), 0, 'a ring after a click');
    await close();
  });

  test('C opens the cases, Escape closes them', async () => {
    const {page, close} = await open(shown);
    await focusLab(page);
    const before = await picture(page);
    await page.keyboard.press('c');
    const cases = await picture(page);
    assert.ok(changed(before, cases, [0, 0, 1280, 720], 30) > 0.2, 'no picker');
    await page.keyboard.press('Escape');
    assert.equal(changed(before, await picture(page), at.below), 0, 'it does not close');
    await close();
  });

  test('down and up walk over the controls with a ring that is seen', async () => {
    const {page, close} = await open(shown);
    await focusLab(page);
    const places = new Set();
    for (let i = 0; i < 24; ++i) {
      await page.keyboard.press('ArrowDown');
      await passFrames(page, 4);
      const png = decode(await page.locator('#canvas').screenshot());
      const ring = focusRing(png);
      if (ring) places.add(`${ring.x},${ring.y}`);
    }
    assert.ok(places.size >= 6, `a ring at ${[...places].join(' ')}`);
    await close();
  });
});

// The top edge of the ring round the control with the focus: a white line.
function focusRing(png) {
  return runs(png, [0, 0, png.width, png.height], (r, g, b) => r > 250 && g > 250 && b > 250, 20)
      .find(run => run.length < 400);
}

describe('a program that stops', () => {
  const told = async page => {
    await page.waitForFunction(() => document.documentElement.dataset.abscope === 'error', null, {timeout: 20000});
    assert.match(await page.locator('#abscope-error').innerText(), /Abscope has stopped/);
  };

  test('at its start is told', async () => {
    const {page, close} = await newPage(browser);
    await page.addInitScript(() => {
      WebAssembly.instantiate = async () => ({exports: {}});
    });
    await page.goto(origin);
    await told(page);
    await close();
  });

  test('in a frame is told', async () => {
    const {page, close} = await open('');
    await page.evaluate(async () => {
      // (module (func (export "f") unreachable)), compiled from a response without an address.
      const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0,
        0, 10, 5, 1, 3, 0, 0, 11]);
      const type = {headers: {'Content-Type': 'application/wasm'}};
      const program = new WebAssembly.Instance(await WebAssembly.compileStreaming(new Response(bytes, type)));
      requestAnimationFrame(() => program.exports.f());
    });
    await told(page);
    await page.context().close();
    await assert.rejects(close(), /unreachable/);
  });
});

describe('a slow machine', () => {
  // Every frame comes 80 ms late.
  const slow = () => {
    const original = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = callback =>
      original(time => setTimeout(() => callback(time), globalThis.late || 0));
  };

  test('gets fewer cells while playing, and the legend says so', async () => {
    const {page, close} = await open('?case=barsoumian-2020&speed=0.5', {script: slow});
    await focusLab(page);
    const head = [at.legend[0], at.legend[1], at.legend[0] + 70, at.legend[3]];
    const before = await picture(page);
    await page.evaluate(() => {
      globalThis.late = 80;
    });
    await page.keyboard.press(' ');
    await page.waitForTimeout(7000);
    await page.keyboard.press(' ');
    await page.evaluate(() => {
      globalThis.late = 0;
    });
    const after = await picture(page);
    assert.ok(countPixels(after, head, isLight) > 20, 'no words');
    assert.ok(changed(before, after, head, 60) > 0.01, 'the legend says what it said before');
    await close();
  });
});

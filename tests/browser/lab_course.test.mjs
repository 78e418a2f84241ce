// A published course opens complete, and plays from its first day to its last.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {drawn, openSite, passFrames, waitIdle} from './lab.mjs';
import {
  areas, changed, colours, countPixels, curveColours, decode, decodeUrl, inTissue, kindsIn, near,
  openQuiet, picture, shareLink, tinted,
} from './lab_page.mjs';

const at = areas(1280, 720);
let browser, origin, closeAll;

before(async () => ({browser, address: origin, close: closeAll} = await openSite()));
after(() => closeAll?.());

// Keeps the canvas as it is at the very moment the page calls itself ready.
const watchMark = () => {
  const original = performance.mark;
  performance.mark = function(name, ...rest) {
    if (name === 'abscope-first-frame') {
      globalThis.atMark = {
        picture: document.getElementById('canvas').toDataURL(),
        frames: globalThis.drawn.frames,
        state: document.documentElement.dataset.abscope,
      };
    }
    return original.call(this, name, ...rest);
  };
};

test('the first full frame shows both tumours, curves and controls before the page calls itself ready', async () => {
  const {page, close} = await openQuiet(browser, `${origin}?case=barsoumian-2020`, {script: watchMark});
  const mark = await page.evaluate(() => globalThis.atMark);
  assert.equal(mark.state, 'ready');
  const png = decodeUrl(mark.picture);
  for (const name of ['irradiated', 'distant']) {
    const box = inTissue(at[name]);
    const cells = kindsIn(png, [box]);
    assert.ok(cells.tumour > 200, `${name}: ${cells.tumour} pixels of tumour cells`);
    const kinds = Object.values(cells).filter(count => count > 8).length;
    assert.ok(kinds >= 4, `${name}: ${kinds} kinds of cells (${JSON.stringify(cells)})`);
  }
  const curves = [at.curvesLeft, at.plot[1], at.curvesRight, at.curvesBottom];
  for (const [name, hex] of Object.entries(curveColours)) {
    assert.ok(countPixels(png, curves, tinted(hex)) > 60, `no curve of ${name}`);
  }
  assert.ok(countPixels(png, at.side, near(colours.accent)) > 500, 'no button in the side panel');
  assert.ok(countPixels(png, at.side, near(colours.text, 100)) > 700, 'no words in the side panel');
  assert.ok(countPixels(png, at.legend, near(colours.text, 150)) > 200, 'no words in the legend');
  // Nothing of weight comes later: the scroll bar at the right of the side panel may, and the legend
  // may fit its columns anew.
  const later = await picture(page);
  for (const name of ['topBar', 'irradiated', 'node', 'distant', 'plot', 'side']) {
    const [left, top, right, bottom] = at[name];
    const off = changed(png, later, [left, top, right - (name === 'side' ? 14 : 0), bottom], 30);
    assert.ok(off < 0.001, `${name}: ${(100 * off).toFixed(2)} % came after the mark`);
  }
  await close();
});

describe('playing', () => {
  test('Space plays the course to its last day, and the picture changes all along', async () => {
    const {page, close} = await openQuiet(browser, `${origin}?case=barsoumian-2020&speed=5`);
    await waitIdle(page);
    await page.focus('#canvas');
    await page.keyboard.press(' ');
    const pictures = [];
    for (let i = 0; i < 4; ++i) {
      await passFrames(page, 8);
      pictures.push(decode(await page.locator('#canvas').screenshot()));
    }
    for (let i = 1; i < pictures.length; ++i) {
      for (const name of ['irradiated', 'distant']) {
        const share = changed(pictures[i - 1], pictures[i], inTissue(at[name]), 30);
        assert.ok(share > 0.01, `${name}: picture ${i} is picture ${i - 1}`);
      }
      assert.ok(changed(pictures[i - 1], pictures[i], at.plot, 30) > 0.0005, 'the clock stands still');
    }
    // It stops by itself, on the last of 60 days: the link says so.
    await waitIdle(page, 150000);
    assert.match(await shareLink(page), /&day=60$/);
    await close();
  });

  test('Space again pauses, and a pause draws nothing', async () => {
    const {page, close} = await openQuiet(browser, `${origin}?case=barsoumian-2020`);
    await waitIdle(page);
    await page.focus('#canvas');
    await page.keyboard.press(' ');
    await passFrames(page, 20);
    const moving = await drawn(page);
    await passFrames(page, 10);
    assert.ok((await drawn(page)).frames >= moving.frames + 5, 'it does not play');
    await page.keyboard.press(' ');
    await waitIdle(page);
    const paused = await drawn(page);
    await passFrames(page, 30);
    assert.deepEqual(await drawn(page), paused);
    const day = Number(/&day=([\d.]+)/.exec(await shareLink(page))[1]);
    assert.ok(day > 0 && day < 30, `paused on day ${day}`);
    await close();
  });

  test('?play=1 starts playing by itself', async () => {
    const {page, close} = await openQuiet(browser, `${origin}?case=dewan-2009&play=1&speed=30`);
    const before = (await drawn(page)).frames;
    await passFrames(page, 20);
    assert.ok((await drawn(page)).frames > before + 10);
    await close();
  });
});

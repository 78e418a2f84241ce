// What the lab looks like: against pictures kept in shots/, and by what any good picture must show.
//   UPDATE_SHOTS=1 node --test tests/browser/lab_picture.test.mjs     after a wanted change
// writes the kept pictures anew (look at them before committing). A failing comparison leaves
// NAME.now.png and NAME.off.png beside the kept picture.
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {openSite, root} from './lab.mjs';
import {
  area, areas, cellColours, changed, colours, countPixels, curveColours, focusLab, groups,
  inTissue, isLight, kindsIn, near, openQuiet, parkPointer, picture, pixels, runs, tinted,
} from './lab_page.mjs';

const shots = join(root, 'tests/browser/shots');
// Text and edges come out a little differently in another Chromium; pixelmatch forgives what looks
// like anti-aliasing, this forgives the rest.
const kMostOff = 0.02;

// Day 12: both doses given, the distant tumour full of effectors. Seed and number of discs fixed.
const query = '?case=barsoumian-2020&day=12&seed=1&cells=1600';
let browser, origin, closeAll;

before(async () => ({browser, address: origin, close: closeAll} = await openSite()));
after(() => closeAll?.());

async function take(width, height, more = '') {
  const viewport = {width, height};
  const {page, close} = await openQuiet(browser, origin + query + more, {viewport});
  const png = await picture(page);
  const overflow = await page.evaluate(() => {
    const {scrollWidth, scrollHeight, clientWidth, clientHeight} = document.scrollingElement;
    return scrollWidth > clientWidth || scrollHeight > clientHeight;
  });
  await close();
  assert.equal(overflow, false, 'the page scrolls: something is larger than the window');
  return png;
}

// Kept pictures hold 5 bits a channel: a third of the size, and less than the tolerance away.
function coarse(png) {
  const out = new PNG({width: png.width, height: png.height});
  for (let i = 0; i < png.data.length; ++i) {
    out.data[i] = i % 4 === 3 ? 255 : Math.min(255, (png.data[i] & 0xf8) + 4);
  }
  return out;
}

function matches(name, png) {
  const kept = join(shots, `${name}.png`), now = join(shots, `${name}.now.png`), off = join(shots, `${name}.off.png`);
  if (process.env.UPDATE_SHOTS) {
    mkdirSync(shots, {recursive: true});
    writeFileSync(kept, PNG.sync.write(coarse(png), {colorType: 2, deflateLevel: 9}));
  }
  assert.ok(existsSync(kept), `no ${kept}: write it with UPDATE_SHOTS=1`);
  const expected = PNG.sync.read(readFileSync(kept));
  assert.deepEqual([png.width, png.height], [expected.width, expected.height]);
  const difference = new PNG({width: png.width, height: png.height});
  const count = pixelmatch(expected.data, png.data, difference.data, png.width, png.height, {threshold: 0.15});
  const share = count / (png.width * png.height);
  if (share > kMostOff) {
    writeFileSync(now, PNG.sync.write(png));
    writeFileSync(off, PNG.sync.write(difference));
  } else {
    [now, off].forEach(file => rmSync(file, {force: true}));
  }
  assert.ok(share <= kMostOff, `${(100 * share).toFixed(2)} % of the pixels differ from the kept picture ` +
      `(at most ${100 * kMostOff} %): see ${name}.now.png and ${name}.off.png in tests/browser/shots; ` +
      'UPDATE_SHOTS=1 if the change is wanted');
}

// The outermost pixels hold no letters: nothing runs over the edge of the window.
function nothingAtTheEdge(png, light) {
  const {width, height} = png;
  const ink = light ? (r, g, b) => r + g + b < 300 : (r, g, b) => Math.min(r, g, b) > 130;
  for (const box of [[0, 0, 2, height], [width - 2, 0, width, height], [0, height - 2, width, height]]) {
    assert.ok(countPixels(png, box, ink) === 0, `letters at the edge ${box}`);
  }
}

describe('1280x720 on day 12', () => {
  const at = areas(1280, 720);
  let png;
  before(async () => {
    png = await take(1280, 720);
  });

  test('is the kept picture', () => matches('barsoumian-day12', png));

  test('has its panels where the tests look for them', () => {
    const ground = near(colours.ground, 6);
    // The gaps between panels are ground, their corners are not.
    for (const [left, top, right, bottom] of [at.irradiated, at.node, at.distant, at.legend, at.side]) {
      assert.ok(countPixels(png, [left, top - 5, right, top - 3], ground) > 0.9 * 2 * (right - left), `above ${left},${top}`);
      assert.ok(countPixels(png, [left, bottom + 3, right, bottom + 5], ground) > 0.9 * 2 * (right - left), `below ${right},${bottom}`);
      const inside = [left + 6, top + 4, right - 6, top + 6];
      assert.equal(countPixels(png, inside, ground), 0, `inside ${left},${top}`);
    }
  });

  test('shows both tumours, as bodies of tumour cells', () => {
    for (const name of ['irradiated', 'distant']) {
      const box = inTissue(at[name]);
      const bodies = kindsIn(png, [box]);
      const cells = bodies.tumour + bodies.dying;
      assert.ok(cells > 200, `${name}: ${cells} pixels of viable or dying tumour cells`);
      // Not specks: a body stands out from the ground over a good part of the panel.
      const body = countPixels(png, box, (r, g, b) => r + g + b > 120) / area(box);
      assert.ok(body > 0.08, `${name}: only ${(100 * body).toFixed(1)} % of its panel is tissue`);
    }
  });

  test('shows cells of at least eight kinds by their colours', () => {
    const found = kindsIn(png, [inTissue(at.irradiated), inTissue(at.distant)]);
    const seen = Object.keys(found).filter(kind => found[kind] >= 25);
    assert.ok(seen.length >= 8, `only ${seen} (${JSON.stringify(found)})`);
  });

  test('shows dose marks: three filled for the irradiated tumour, two hollow for the distant one', () => {
    const mark = (r, g, b) => near(colours.radiation, 60)(r, g, b);
    const found = groups(png, at.doses, mark).map(([first, last]) => [first, last]);
    const [left, top, , bottom] = at.doses;
    // Day 1, 2, 3 and 6, 7 on the axis of 60 days.
    const days = [1, 2, 3, 6, 7];
    days.forEach((day, i) => {
      const x = left + ((at.curvesRight - left) * day) / 60;
      const hit = found.find(([first, last]) => first - 1 <= x && x <= last + 1);
      assert.ok(hit, `no mark on day ${day} (${JSON.stringify(found)})`);
      const inner = [Math.round(x) - 1, top, Math.round(x) + 2, bottom];
      const filled = countPixels(png, inner, mark) / (3 * (bottom - top));
      if (i < 3) assert.ok(filled > 0.4, `the mark of day ${day} is not filled: ${filled}`);
      else assert.ok(filled < 0.35, `the mark of day ${day} is filled: ${filled}`);
    });
  });

  test('shows a curve of every immune kind and of both volumes over the whole course', () => {
    const box = [at.curvesLeft, at.plot[1] + 70, at.curvesRight, at.curvesBottom];
    for (const [name, hex] of Object.entries({...curveColours, distantVolume: 0xa497c9})) {
      const columns = groups(png, box, tinted(hex)).reduce((sum, [a, b]) => sum + b - a + 1, 0);
      const share = columns / (at.curvesRight - at.curvesLeft);
      assert.ok(share > 0.4, `${name}: drawn over ${(100 * share).toFixed(0)} % of the days`);
    }
  });

  test('shows axes with numbers: days below, cells at the left, volume at the right', () => {
    const days = groups(png, [at.curvesLeft - 10, at.curvesBottom + 5, at.curvesRight + 6, at.curvesBottom + 20], isLight, {gap: 5});
    assert.ok(days.length >= 7, `${days.length} numbers along the days`);
    const heights = [at.plot[1] + 62, at.curvesBottom + 6];
    for (const [name, left, right] of [['left', at.curvesLeft - 34, at.curvesLeft - 4],
      ['right', at.curvesRight + 4, at.curvesRight + 40]]) {
      const rows = groups(png, [left, heights[0], right, heights[1]], isLight, {rows: true, gap: 3});
      assert.ok(rows.length >= 3, `${rows.length} numbers at the ${name}`);
    }
  });

  test('shows numbers and sliders of the plan', () => {
    assert.ok(runs(png, at.side, near(colours.accent), 60).length > 10, 'no slider');
    assert.ok(countPixels(png, at.side, near(colours.text, 150)) > 1500, 'no words');
  });

  test('keeps clear of the edges', () => nothingAtTheEdge(png, false));
});

test('the same seed gives the same picture, another seed another tissue', async () => {
  const at = areas(1280, 720);
  const one = await take(1280, 720);
  const again = await take(1280, 720);
  const other = await take(1280, 720, '&seed=2');
  assert.equal(changed(one, again, [0, 0, 1280, 720]), 0);
  assert.ok(changed(one, other, inTissue(at.distant), 30) > 0.05);
  assert.equal(changed(one, other, [at.curvesLeft, at.plot[1], at.curvesRight, at.plot[3]]), 0,
      'the seed changed a curve');
});

test('the light theme: white panels, dark words, the same kinds of cells', async () => {
  const png = await take(1280, 720, '&theme=light');
  matches('barsoumian-day12-light', png);
  const at = areas(1280, 720);
  for (const name of ['irradiated', 'distant', 'side', 'plot', 'legend']) {
    const light = countPixels(png, at[name], (r, g, b) => r + g + b > 600) / area(at[name]);
    assert.ok(light > 0.55, `${name}: ${(100 * light).toFixed(0)} % light`);
  }
  const found = kindsIn(png, [inTissue(at.irradiated), inTissue(at.distant)], cellColours.print);
  const seen = Object.keys(found).filter(kind => found[kind] >= 25);
  assert.ok(seen.length >= 8, `only ${seen} (${JSON.stringify(found)})`);
});

test('390x844: a phone shows both tumours, the clock, tabs and the plot', async () => {
  const png = await take(390, 844);
  matches('barsoumian-day12-phone', png);
  nothingAtTheEdge(png, false);
  const tissue = [0, 182, 390, 407];
  const found = kindsIn(png, [tissue]);
  assert.ok(Object.values(found).filter(count => count >= 12).length >= 7, JSON.stringify(found));
  const buttons = runs(png, [0, 408, 390, 504], near(colours.accent), 40);
  assert.ok(buttons.length > 40, 'no play button, no chosen tab');
  const curves = Object.values(curveColours).filter(hex => countPixels(png, [70, 560, 350, 800], tinted(hex)) > 40);
  assert.ok(curves.length >= 8, `${curves.length} curves`);
});

// A screen is filled when every part of it holds something, and the tissue grows with it.
for (const [width, height] of [[1920, 1080], [3840, 2160]]) {
  test(`${width}x${height} is filled`, async () => {
    const png = await take(width, height, '&cells=4000');
    const at = areas(width, height);
    nothingAtTheEdge(png, false);
    for (let row = 0; row < 3; ++row) {
      for (let column = 0; column < 4; ++column) {
        const box = [column / 4 * width, row / 3 * height, (column + 1) / 4 * width, (row + 1) / 3 * height].map(Math.round);
        const ink = countPixels(png, box, (r, g, b) => r + g + b > 150) / area(box);
        assert.ok(ink > 0.008, `part ${column},${row} is empty: ${(100 * ink).toFixed(2)} %`);
      }
    }
    for (const name of ['irradiated', 'distant']) {
      const box = inTissue(at[name], at.scale);
      assert.ok(countPixels(png, box, (r, g, b) => r + g + b > 120) > 0.08 * area(box), `${name}: hardly any tissue`);
    }
    // Letters grow with the screen: the strokes of the title are as thick as they should be.
    const tall = groups(png, [Math.round(14 * at.scale), 0, Math.round(74 * at.scale), Math.round(44 * at.scale)], isLight, {rows: true, gap: 2});
    const most = Math.max(...tall.map(([a, b]) => b - a + 1));
    assert.ok(most > 11 * at.scale, `the title is ${most} px high`);
  });
}

describe('the legend', () => {
  test('takes each kind out of the tissue and brings it back', async () => {
    const at = areas(1280, 720);
    const {page, close} = await openQuiet(browser, origin + query);
    await focusLab(page);
    const full = await picture(page);
    const tissue = [at.irradiated, at.node, at.distant].map(box => inTissue(box));
    const missing = [];
    for (const spot of legendIcons(full, at.legend)) {
      await page.mouse.click(spot.x, spot.y);
      await parkPointer(page);
      const without = await picture(page);
      const share = tissue.reduce((sum, box) => sum + changed(full, without, box, 30) * area(box), 0);
      if (share < 20) missing.push(`${spot.x},${spot.y}`);
      await page.mouse.click(spot.x, spot.y);
      await parkPointer(page);
      assert.equal(changed(full, await picture(page), [0, 44, 1280, 720]), 0, 'it does not come back');
    }
    assert.deepEqual(missing, [], 'these entries take nothing away');
    await close();
  });
});

// The icons, twelve and those of kinds that only some courses have: in each of two rows, groups of
// coloured columns.
function legendIcons(png, [left, top, right, bottom]) {
  const coloured = (r, g, b) => Math.max(r, g, b) > 90 && Math.max(r, g, b) - Math.min(r, g, b) > 0.22 * Math.max(r, g, b);
  const middle = (top + bottom) / 2;
  const found = [];
  for (const [from, to] of [[top + 4, middle], [middle, bottom - 4]]) {
    for (const [first, last] of groups(png, [left + 70, from, right, to], coloured, {gap: 4})) {
      // Numbers at the end of an entry are wider.
      if (last - first >= 5 && last - first <= 17) found.push({x: Math.round((first + last) / 2), y: Math.round((from + to) / 2)});
    }
  }
  // Icons stand in columns; a letter of a number that is as wide as one does not.
  const icons = found.filter(spot => found.some(other => other.y !== spot.y && Math.abs(other.x - spot.x) <= 2));
  assert.ok(icons.length >= 12 && icons.length <= 14, `icons at ${JSON.stringify(found)}`);
  return icons;
}

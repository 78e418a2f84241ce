// The map, the reasons and the comparison in a browser: found by the pointer where the real elements
// beside the canvas lie, used as a student does, and read from the words that the page tells.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {dist, launch, serve, waitIdle} from './lab.mjs';
import {areas, changed, curveColours, groups, inTissue, openQuiet, parkPointer, picture, shareLink, tinted} from './lab_page.mjs';

const at = areas(1280, 720);
const shown = '?case=dewan-2009&arm=8x3-anti-ctla-4&cells=1000&day=12';
let browser, server, origin;

before(async () => {
  browser = await launch();
  server = await serve(dist);
  origin = `http://127.0.0.1:${server.port}/`;
});
after(async () => {
  await browser?.close();
  server?.close();
});

const twin = (name, instance) =>
  `#abscope-mirror [data-control="${name}"]` + (instance === undefined ? '' : `[data-instance="${instance}"]`);

async function settle(page) {
  await waitIdle(page, 60000);
  await page.waitForTimeout(150);  // the elements follow within a tenth of a second
}
async function open(address = shown) {
  const lab = await openQuiet(browser, origin + address);
  await lab.page.waitForSelector(twin('play'), {state: 'attached', timeout: 60000});
  await settle(lab.page);
  return lab;
}
async function middle(page, name, instance) {
  const box = await page.locator(twin(name, instance)).boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}
// A click of the pointer on the canvas.
async function click(page, name, instance) {
  await page.mouse.click(...await middle(page, name, instance));
  await settle(page);
}
const summary = page => page.textContent('#abscope-mirror section p');
const reason = page => page.textContent('#abscope-mirror section p:nth-of-type(2)');
// The numbers of the day, by row: [irradiated, distant].
const table = page => page.$$eval('#abscope-mirror table:nth-of-type(2) tr', rows => Object.fromEntries(
    rows.slice(1).map(row => [row.cells[0].textContent, [1, 2].map(i => parseFloat(row.cells[i].textContent.replace(/\s/g, '')))])));
async function scenario(page) {
  await page.evaluate(() => history.replaceState(null, '', location.pathname));  // a link of before
  const hash = new URLSearchParams(new URL(await shareLink(page)).hash.slice(1));
  return {hash, scenario: hash.get('s') && JSON.parse(Buffer.from(hash.get('s'), 'base64url').toString())};
}

describe('the map', () => {
  // The number of an arrow in the registry: its element is named "P03: ...".
  const arrow = (page, id) => page.$$eval('#abscope-mirror [data-control="mapArrow"]', (nodes, id) =>
    nodes.find(n => n.textContent.includes(id))?.dataset.instance, id);

  test('shows the balance by its terms under the pointer', async () => {
    const {page, close} = await open();
    await click(page, 'stage', 1);
    await parkPointer(page);
    const before = await picture(page);
    // The gauge lies along the foot of the map.
    const y = at.legend[3] - 16;
    await page.mouse.move(at.irradiated[0] + 440, y);
    await page.waitForTimeout(400);
    const card = await picture(page);
    const stage = [at.irradiated[0], at.irradiated[1], at.distant[2], at.legend[3]];
    assert.ok(changed(before, card, stage, 30) > 0.02, 'no card of the terms');
    await parkPointer(page);
    assert.ok(changed(before, await picture(page), stage, 30) < 0.002, 'the card stays');
    await close();
  });

  test('an arrow under the pointer tells of itself', async () => {
    const {page, close} = await open();
    await click(page, 'stage', 1);
    await parkPointer(page);
    const before = await picture(page);
    const id = await arrow(page, 'X07');
    await page.mouse.move(...await middle(page, 'mapArrow', id));
    await page.waitForTimeout(400);
    assert.ok(changed(before, await picture(page), [0, 50, 910, 420], 30) > 0.03, 'no card');
    await close();
  });

  test('a strength is set by a click on its line and by a number, and the course changes', async () => {
    const {page, close} = await open('?case=dewan-2009&arm=8x3-anti-ctla-4&cells=1000&day=30');
    await click(page, 'stage', 1);
    await click(page, 'mapArrow', await arrow(page, 'P03'));
    const first = await table(page);
    const box = await page.locator(twin('P03')).boundingBox();
    await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
    await settle(page);
    const high = (await scenario(page)).scenario.patient.mechanisms.P03;
    assert.ok(high > 1.4, `strength ${high}`);
    const second = await table(page);
    assert.notDeepEqual(second, first, 'the course is the same');
    // The number stands above the line at its right end.
    await page.mouse.click(box.x + box.width - 18, box.y - 8);
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await parkPointer(page);
    await settle(page);
    assert.equal((await scenario(page)).scenario.patient.mechanisms.P03, 0);
    assert.notDeepEqual(await table(page), second);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await settle(page);
    assert.deepEqual(await table(page), first, 'undo does not bring the course back');
    await close();
  });
});

describe('why', () => {
  test('a pressed curve is told in the direction in which it moves', async () => {
    for (const [day, direction] of [[4, 'falls'], [10, 'rises']]) {
      const {page, close} = await open(shown.replace('day=12', `day=${day}`));
      const png = await picture(page);
      // Treg: first depleted by the antibody, then back; no other curve is near theirs.
      const box = [at.curvesLeft, at.plot[1] + 74, at.curvesRight, at.curvesBottom - 4];
      const x = Math.round(at.curvesLeft + (at.curvesRight - at.curvesLeft) * day / 45) + 4;
      const rows = groups(png, [x, box[1], x + 1, box[3]], tinted(curveColours.treg), {rows: true});
      assert.ok(rows.length >= 1, `no curve of Treg in column ${x}`);
      await page.mouse.click(x, Math.round((rows[0][0] + rows[0][1]) / 2));
      await settle(page);
      const text = await reason(page);
      assert.match(text, /^Tregs in the distant tumour/, text);
      const numbers = text.match(/from day ([\d.]+) to day ([\d.]+): ([\d.]+) to ([\d.]+)/);
      assert.ok(numbers, text);
      const [from, to, was, is] = numbers.slice(1).map(Number);
      assert.ok(Math.abs(to - from - 2) < 0.2, text);
      assert.equal(is > was, direction === 'rises', text);
      assert.equal(/rose|came in/.test(text), is > was, text);
      // The largest of the fluxes has the same direction or is said to be against it.
      assert.match(text, /Most moved them/);
      // The course itself agrees: the table of those days.
      const read = async at => {
        await page.evaluate(([where, value]) => {
          const node = document.querySelector(where);
          node.value = value;
          node.dispatchEvent(new Event('input', {bubbles: true}));
          node.dispatchEvent(new Event('change', {bubbles: true}));
        }, [twin('day'), String(at)]);
        await settle(page);
        const numbers = await table(page);
        const key = Object.keys(numbers).find(name => name.startsWith('Treg'));
        assert.ok(key, JSON.stringify(numbers));
        return numbers[key][1];
      };
      const before = await read(from), after = await read(to);
      assert.equal(after > before, is > was, `${before} to ${after}, but: ${text}`);
      await close();
    }
  });

  test('a pressed cell says what it is and how it came', async () => {
    const {page, close} = await open();
    await parkPointer(page);
    const png = await picture(page);
    // An orange hexagon: the middle of a run of its colour.
    const body = inTissue(at.irradiated);
    let spot = null;
    for (let y = body[1] + 20; y < body[3] - 20 && !spot; y += 2) {
      const runs = groups(png, [body[0], y, body[2], y + 1], tinted(0xff7a33));
      const run = runs.find(([a, b]) => b - a >= 3 && b - a <= 14);
      if (run) spot = [Math.round((run[0] + run[1]) / 2), y];
    }
    assert.ok(spot, 'no MDSC in the picture');
    await page.mouse.click(...spot);
    await settle(page);
    await page.mouse.move(spot[0], spot[1] + 1);
    assert.ok(await page.locator(twin('selectCell')).count() > 0, 'no card of a cell');
    const card = await picture(page);
    assert.ok(changed(png, card, at.below, 40) > 0.01, 'nothing is told');
    await click(page, 'selectCell');
    assert.equal(await page.locator(twin('selectCell')).count(), 0, 'the card stays');
    await close();
  });
});

describe('comparing', () => {
  test('pin, change, swap, match BED and unpin by the pointer', async () => {
    const {page, close} = await open('?case=dewan-2009&arm=8x3-anti-ctla-4&cells=1000&day=20');
    const alone = await picture(page);
    const eight = await summary(page);
    await click(page, 'pin');
    assert.ok(await page.locator(twin('swapPinned')).count() > 0, 'no swap');
    await page.evaluate(where => {
      const node = document.querySelector(where);
      node.value = '20';
      node.dispatchEvent(new Event('input', {bubbles: true}));
      node.dispatchEvent(new Event('change', {bubbles: true}));
    }, twin('rtDose'));
    await settle(page);
    const changedSummary = await summary(page);
    assert.notEqual(changedSummary, eight);
    assert.ok(changed(alone, await picture(page), at.below, 30) > 0.1, 'no second course on the screen');
    const two = await scenario(page);
    assert.ok(two.hash.get('pin'), 'the link knows nothing of the pin');
    await click(page, 'swapPinned');
    assert.equal(await summary(page), eight, 'swap does not exchange the two');
    await click(page, 'swapPinned');
    assert.equal(await summary(page), changedSummary);
    await click(page, 'matchBed');
    const matched = await page.getAttribute(twin('rtDose'), 'aria-valuetext');
    assert.ok(Math.abs(parseFloat(matched) - 8) < 0.11, `8 Gy three times again, not ${matched}`);
    await click(page, 'unpin');
    assert.equal(await page.locator(twin('swapPinned')).count(), 0);
    await close();
  });

  test('a line says what differs in plan and in outcome', async () => {
    const {page, close} = await open('?case=dewan-2009&arm=20x1-anti-ctla-4&day=20&pin=dewan-2009/8x3-anti-ctla-4&cells=1000');
    const line = await reason(page);
    assert.match(line, /20\sGy × 1 instead of 8\sGy × 3/);
    assert.match(line, /distant tumour [\d.]+ (times as large|% larger)/);
    await close();
  });

  test('a branch keeps the past and changes the future', async () => {
    const {page, close} = await open('?case=dewan-2009&arm=8x3-anti-ctla-4&cells=1000&day=8');
    const before = await table(page);
    await click(page, 'branch');
    const parted = await scenario(page);
    assert.equal(parted.hash.get('branch'), '8');
    assert.deepEqual(await table(page), before);
    await page.keyboard.press('Control+z');
    await settle(page);
    assert.equal((await scenario(page)).hash.get('branch'), null);
    await close();
  });
});

test('a wish for less motion is followed while the lab is open', async () => {
  const {page, close} = await open();
  const hasIt = async () => {
    await page.keyboard.press('n');
    await settle(page);
    const is = await page.isChecked(twin('reducedMotion'));
    await page.keyboard.press('Escape');
    await settle(page);
    return is;
  };
  await page.focus('#canvas');
  assert.equal(await hasIt(), false);
  await page.emulateMedia({reducedMotion: 'reduce'});
  await settle(page);
  assert.equal(await hasIt(), true);
  await page.emulateMedia({reducedMotion: 'no-preference'});
  await settle(page);
  assert.equal(await hasIt(), false);
  await close();
});

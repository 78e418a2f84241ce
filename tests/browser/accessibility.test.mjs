// The lab without its canvas: real elements beside it for every control, by which all can be done
// and read; checked by axe-core, by the keyboard alone, and at a phone's size.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';
import {openSite, passFrames, waitIdle} from './lab.mjs';
import {openQuiet} from './lab_page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser, origin, closeAll;

before(async () => ({browser, address: origin, close: closeAll} = await openSite()));
after(() => closeAll?.());

const twin = (name, instance) =>
  `#abscope-mirror [data-control="${name}"]` + (instance === undefined ? '' : `[data-instance="${instance}"]`);

// The twins follow within a tenth of a second of the frame that they are of.
async function settle(page) {
  await waitIdle(page, 60000);
  await page.waitForTimeout(150);
}

async function open(address = '?case=barsoumian-2020&arm=hdr-ldrt-ici', options) {
  const lab = await openQuiet(browser, origin + address, options);
  await lab.page.waitForSelector(twin('rtDose'), {state: 'attached', timeout: 60000})
      .catch(() => lab.page.waitForSelector(twin('play'), {state: 'attached'}));
  await settle(lab.page);
  return lab;
}

// As an assistive program acts: no pointer, no place.
const press = async (page, name, instance) => {
  await page.evaluate(where => document.querySelector(where).click(), twin(name, instance));
  await settle(page);
};
const setValue = async (page, name, value) => {
  await page.evaluate(([where, to]) => {
    const node = document.querySelector(where);
    node.value = to;
    node.dispatchEvent(new Event('input', {bubbles: true}));
    node.dispatchEvent(new Event('change', {bubbles: true}));
  }, [twin(name), String(value)]);
  await settle(page);
};
const spoken = (page, name) => page.getAttribute(twin(name), 'aria-valuetext');
const summary = page => page.textContent('#abscope-mirror section p');

// What is wrong with the twins as they stand.
const faults = page => page.evaluate(() => {
  const found = [];
  const box = document.getElementById('canvas').getBoundingClientRect();
  const keys = new Set();
  for (const node of document.querySelectorAll('#abscope-mirror :is(button, input, select)')) {
    const key = node.dataset.control + '/' + node.dataset.instance;
    if (keys.has(key)) found.push(key + ' twice');
    keys.add(key);
    const name = node.textContent.trim() && node.tagName === 'BUTTON' ? node.textContent : node.getAttribute('aria-label');
    if (!name) found.push(key + ' has no name');
    const at = node.getBoundingClientRect();
    if (at.left < box.left || at.top < box.top || at.right > box.right + 1 || at.bottom > box.bottom + 1) {
      found.push(key + ' is outside the canvas');
    }
    if (node.type === 'range' && !node.getAttribute('aria-valuetext')) found.push(key + ' has no value');
    if (node.tagName === 'SELECT' && node.selectedIndex < 0) found.push(key + ' has no choice');
  }
  if (keys.size < 10) found.push('only ' + keys.size + ' twins');
  return found;
});

async function violations(page) {
  await page.evaluate(axe + ';0');
  return page.evaluate(async () => {
    const {violations, passes} = await axe.run();
    if (passes.length < 20) return [`only ${passes.length} rules ran`];
    return violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).join(' | ')}`);
  });
}

async function checkState(page) {
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(await violations(page), []);
}

describe('the twins of the controls', () => {
  test('would be found at fault', async () => {
    const {page, close} = await open();
    await page.evaluate(() => {
      const play = document.querySelector('#abscope-mirror [data-control="play"]');
      play.textContent = '';
      play.title = '';
      play.style.left = '-500px';
      play.after(play.cloneNode());
    });
    const found = await faults(page);
    for (const fault of ['twice', 'has no name', 'outside']) {
      assert.ok(found.some(text => text.startsWith('play/') && text.includes(fault)), `${fault}: ${found}`);
    }
    assert.ok((await violations(page)).some(text => text.startsWith('button-name')), 'axe-core sees nothing');
    await close();
  });

  for (const [name, viewport] of [['1280x720', {width: 1280, height: 720}], ['390x844', {width: 390, height: 844}]]) {
    test(`are named, placed and without violation in every tab, stage and overlay at ${name}`, async () => {
      const {page, close} = await open(undefined, {viewport});
      await checkState(page);
      const narrow = viewport.width < 1000;
      if (narrow) await press(page, 'narrowTab', 1);
      for (const tab of [1, 2, 3, 0]) {
        await press(page, 'sideTab', tab);
        assert.equal(await page.isChecked(twin('sideTab', tab)), true);
        await checkState(page);
      }
      for (const stage of [1, 2, 0]) {
        await press(page, 'stage', stage);
        await checkState(page);
      }
      await press(page, 'cases');
      assert.equal(await page.getAttribute('[role=dialog]', 'aria-modal'), 'true');
      await checkState(page);
      await press(page, 'closeOverlay');
      assert.equal(await page.isVisible('[role=dialog]'), false);
      await close();
    });
  }

  test('lie where the canvas shows the control, and let the mouse through to it', async () => {
    const {page, close} = await open();
    const at = await page.locator(twin('sideTab', 2)).boundingBox();
    const middle = [at.x + at.width / 2, at.y + at.height / 2];
    assert.equal(await page.evaluate(([x, y]) => document.elementFromPoint(x, y).id, middle), 'canvas');
    await page.mouse.click(...middle);
    await settle(page);
    assert.equal(await page.isChecked(twin('sideTab', 2)), true);
    assert.equal(await page.locator(twin('preset')).count(), 2);
    assert.equal(await page.locator(twin('rtDose')).count(), 0);
    await close();
  });

  test('set a range, a choice, a check box and an action, each through the lab', async () => {
    const {page, close} = await open();
    const before = await summary(page);
    await setValue(page, 'rtDose', 3);
    assert.equal(await spoken(page, 'rtDose'), '3.0\u00a0Gy');
    await press(page, 'undo');
    assert.notEqual(await spoken(page, 'rtDose'), '3.0\u00a0Gy');
    await press(page, 'redo');
    assert.equal(await spoken(page, 'rtDose'), '3.0\u00a0Gy');
    await press(page, 'rtTarget', 2);
    assert.equal(await page.isChecked(twin('rtTarget', 2)), true);
    const targets = await page.$$eval(twin('rtTarget'), nodes => nodes.map(n => n.dataset.instance));
    assert.deepEqual(targets, ['0', '1', '2', '3'], 'not in the order of the screen');
    await setValue(page, 'rtAnchor', 1);
    assert.equal(await page.inputValue(twin('rtAnchor')), '1');
    await press(page, 'doseDetails');
    assert.equal(await page.isChecked(twin('doseDetails')), true);
    await press(page, 'rtSkipWeekends');
    assert.equal(await page.isChecked(twin('rtSkipWeekends')), true);
    await setValue(page, 'day', 12);
    assert.notEqual(await summary(page), before);
    assert.match(await summary(page), /^Day 12\. Irradiated tumour .* Distant tumour /);
    await close();
  });

  test('refuse what the lab refuses', async () => {
    const {page, close} = await open();
    assert.equal(await page.getAttribute(twin('redo'), 'aria-disabled'), 'true');
    const text = await spoken(page, 'rtDose');
    await press(page, 'redo');
    assert.equal(await spoken(page, 'rtDose'), text);
    await close();
  });

  test('stay untouched while nothing changes', async () => {
    const {page, close} = await open();
    await page.evaluate(() => {
      globalThis.mutations = 0;
      new MutationObserver(list => { globalThis.mutations += list.length; })
          .observe(document.getElementById('abscope-mirror'), {subtree: true, childList: true, attributes: true, characterData: true});
    });
    for (let i = 0; i < 10; ++i) {
      await page.mouse.move(300 + 20 * i, 200);  // draws frames
      await passFrames(page, 2);
    }
    await settle(page);
    assert.equal(await page.evaluate(() => globalThis.mutations), 0);
    await setValue(page, 'day', 7);
    assert.ok(await page.evaluate(() => globalThis.mutations) > 0, 'the observer sees nothing');
    await close();
  });
});

describe('the keyboard', () => {
  const focused = page => page.evaluate(() => document.activeElement.dataset?.control || document.activeElement.id);

  // Tab until this control has the focus, as a person does.
  async function tabTo(page, name) {
    for (let i = 0; i < 150; ++i) {
      if (await focused(page) === name) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab never comes to ${name}`);
  }

  test('alone does the main job: a case, a fraction size, play, outcome and reason', async () => {
    const {page, close} = await open('');
    await tabTo(page, 'cases');
    assert.equal(await page.isVisible('#abscope-ring'), true, 'no ring where the focus is');
    const ring = await page.locator('#abscope-ring').boundingBox();
    const button = await page.locator(twin('cases')).boundingBox();
    assert.ok(Math.abs(ring.x - button.x) < 3 && Math.abs(ring.y - button.y) < 3, 'the ring is elsewhere');
    await page.keyboard.press('Enter');
    await settle(page);
    assert.equal(await page.evaluate(() => !!document.activeElement.closest('[role=dialog]')), true);
    await tabTo(page, 'openCase');
    await page.keyboard.press('Tab');
    const title = (await page.evaluate(() => document.activeElement.textContent)).replace(/^Open: /, '');
    await page.keyboard.press('Space');
    await settle(page);
    assert.equal(await page.isVisible('[role=dialog]'), false);
    assert.equal(await focused(page), 'cases', 'the focus is not back where it came from');
    assert.ok(title.length > 10);
    await tabTo(page, 'rtDose');
    const dose = parseFloat(await spoken(page, 'rtDose'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await settle(page);
    assert.ok(Math.abs(parseFloat(await spoken(page, 'rtDose')) - dose - 0.2) < 1e-6);
    const schedule = await page.textContent('#abscope-mirror table');
    assert.match(schedule, new RegExp(`${String(Math.round((dose + 0.2) * 10) / 10).replace('.', '\\.')}\\sGy ×`));
    await page.focus('#canvas');
    await tabTo(page, 'play');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => /Day [3-9]/.test(document.querySelector('#abscope-mirror p').textContent));
    await page.waitForFunction(() => /Irradiated tumour/.test(document.getElementById('abscope-live').textContent), null, {timeout: 20000});
    await page.keyboard.press('Space');
    await tabTo(page, 'toEnd');
    await page.keyboard.press('Enter');
    await settle(page);
    assert.match(await summary(page), /Irradiated tumour .*\. Distant tumour .*\.$/);
    const why = await page.textContent('#abscope-mirror section p:nth-of-type(2)');
    assert.match(why, /since day|Nothing changes/);
    await close();
  });

  test('closes a dialog by Escape, and brings what has scrolled away into sight', async () => {
    const {page, close} = await open();
    await page.focus(twin('cases'));
    await page.keyboard.press('Enter');
    await settle(page);
    await page.keyboard.press('Escape');
    await settle(page);
    assert.equal(await page.isVisible('[role=dialog]'), false);
    await press(page, 'sideTab', 3);
    const last = '#abscope-mirror input[type=range] >> nth=-1';
    const name = await page.locator(last).getAttribute('data-control');
    const before = await page.locator(twin(name)).boundingBox();
    await page.focus(twin(name));
    await settle(page);
    const now = await page.locator(twin(name)).boundingBox();
    assert.ok(before.height < 2 && now.height > 5, `${name}: ${before.height} px high, then ${now.height}`);
    await close();
  });
});

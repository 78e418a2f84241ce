// The lab without its canvas: real elements beside it for every control, by which all can be done
// and read; checked by axe-core, by the keyboard alone, and at a phone's size.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';
import {engine, openSite, passFrames, waitIdle} from './lab.mjs';
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
  for (const node of document.querySelectorAll('#abscope-mirror :is(button, input, select):not(#abscope-schedule *)')) {
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

describe('the schedule as a table', () => {
  const panel = '#abscope-schedule';
  const field = key => `${panel} [data-key="${key}"]`;
  const plan = page => page.textContent('#abscope-mirror table');
  const opened = async () => {
    const lab = await open();
    await lab.page.evaluate(() => { document.getElementById('abscope-schedule').open = true; });
    return lab;
  };
  const set = async (page, key, value) => {
    await page.evaluate(([where, to]) => {
      const node = document.querySelector(where);
      node.focus();
      if (node.type === 'checkbox') node.checked = to;
      else node.value = to;
      node.dispatchEvent(new Event('change', {bubbles: true}));
    }, [field(key), value]);
    await settle(page);
  };

  test('is reached by keys, seen only then, and left by Escape', async () => {
    const {page, close} = await open();
    assert.equal((await page.locator(panel).boundingBox()).width, 1);
    await page.focus(`${panel} summary`);
    await page.keyboard.press('Enter');
    await settle(page);
    const box = await page.locator(panel).boundingBox();
    assert.ok(box.width > 400 && box.height > 200, `${box.width} x ${box.height}`);
    assert.ok(box.x >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 720, 'it is cut off');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'primary/rtDose');
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
    await page.keyboard.press('Tab');
    assert.equal((await page.locator(panel).boundingBox()).width, 1);
    await close();
  });

  test('sets any item as its own control does, and keeps the focus', async () => {
    const {page, close} = await opened();
    await set(page, 'secondary/rtDose', '3.5');
    assert.match(await plan(page), /3\.5\sGy × 2/);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'secondary/rtDose');
    await set(page, 'secondary/rtFractions', '4');
    await set(page, 'anti-ctla-4/drugStart', '9');
    await set(page, 'anti-ctla-4/drugInterval', '7');
    assert.match(await plan(page), /3\.5\sGy × 4/);
    assert.match(await plan(page), /anti-CTLA-4days 9–30/);
    await press(page, 'undo');
    await press(page, 'undo');
    assert.equal(await page.inputValue(field('anti-ctla-4/drugStart')), '0');
    // Another target brings another field, the focus stays where it was.
    await set(page, 'primary/rtTarget', '2');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'primary/rtTarget');
    assert.equal(await page.locator(field('primary/rtOtherDose')).count(), 0);
    await close();
  });

  test('adds, copies and deletes', async () => {
    const {page, close} = await opened();
    const rows = () => page.locator(`${panel} tbody tr`).count();
    assert.equal(await rows(), 4);
    const push = async key => {
      await page.evaluate(where => {
        document.querySelector(where).focus();
        document.querySelector(where).click();
      }, field(key));
      await settle(page);
    };
    await push('addRadiation');
    await push('addDrug');
    assert.equal(await rows(), 6);
    await push('anti-pd-1/copyItem');
    assert.equal(await rows(), 7);
    await push('primary/removeRadiation');
    assert.equal(await rows(), 6);
    assert.equal(await page.evaluate(() => !!document.activeElement.closest('#abscope-schedule')), true, 'the focus is lost');
    await close();
  });

  test('tells what is out of range, and shows what is', async () => {
    const {page, close} = await open();
    await set(page, 'primary/rtDose', '900');
    assert.equal(await page.inputValue(field('primary/rtDose')), '12');
    await page.waitForFunction(() => /900 is not a number from/.test(document.getElementById('abscope-live').textContent));
    await close();
  });
});

describe('what is told, and what is heard', () => {
  // All that the live region said, as it was said.
  const listenTo = page => page.evaluate(() => {
    globalThis.said = [];
    const live = document.getElementById('abscope-live');
    new MutationObserver(() => globalThis.said.push(live.textContent)).observe(live, {childList: true, characterData: true, subtree: true});
  });

  test('messages only, changes, or every day, as chosen', async () => {
    const counts = [];
    for (const narration of ['messages', 'days']) {
      const {page, close} = await open(`?case=dewan-2009&narration=${narration}&speed=1`);
      await listenTo(page);
      await page.evaluate(() => document.querySelector('[data-control="play"]').click());
      await page.waitForTimeout(9000);
      const said = await page.evaluate(() => globalThis.said);
      counts.push(said.filter(text => /^Day/.test(text)).length);
      await close();
    }
    assert.equal(counts[0], 0, 'it tells of days all the same');
    assert.ok(counts[1] >= 3, `told ${counts[1]} times`);
  });

  const spyOnSound = () => {
    globalThis.tones = [];
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function() {
      const tone = make.call(this);
      const hz = [];
      globalThis.tones.push(hz);
      const set = tone.frequency.setTargetAtTime;
      tone.frequency.setTargetAtTime = function(value, ...rest) {
        hz.push(value);
        return set.call(this, value, ...rest);
      };
      return tone;
    };
  };

  test('no sound is made by default', async () => {
    const {page, close} = await open('?case=dewan-2009', {script: spyOnSound});
    await page.focus('#canvas');
    await page.keyboard.press('Space');
    await passFrames(page, 30);
    assert.deepEqual(await page.evaluate(() => globalThis.tones), []);
    await close();
  });

  test('two curves sound while the course plays, by keys alone, and it is said which', async () => {
    const {page, close} = await open('?case=dewan-2009&arm=control&speed=5', {script: spyOnSound});
    await listenTo(page);
    await press(page, 'menu');
    await page.focus(twin('sound'));
    await page.keyboard.press('Space');
    await settle(page);
    assert.equal(await page.isChecked(twin('sound')), true);
    await press(page, 'closeOverlay');
    await page.focus('#canvas');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => globalThis.tones.length === 2 && globalThis.tones[0].length > 30);
    // Firefox starts no sound on a machine without a sound card: then the lab says that it is silent.
    const words = engine === 'firefox' ? /Left: irradiated|keeps the lab silent/
                                       : /Left: irradiated tumour, .*Right, .*distant tumour/;
    await page.waitForFunction(source => globalThis.said.some(text => new RegExp(source).test(text)), words.source);
    await page.keyboard.press('Space');
    const hz = await page.evaluate(() => globalThis.tones);
    // Untreated tumours grow: both tones rise.
    for (const voice of hz) {
      assert.ok(voice[voice.length - 1] > voice[0] + 5, `${voice[0]} to ${voice[voice.length - 1]} Hz`);
      assert.ok(voice.every(value => value >= 219 && value <= 881));
    }
    await close();
  });

  test('a browser without sound is told of, and the course plays', async () => {
    const {page, close} = await open('?case=dewan-2009&sound=1&speed=5', {script: () => {
      delete globalThis.AudioContext;
      delete globalThis.webkitAudioContext;
    }});
    await listenTo(page);
    await page.focus('#canvas');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => globalThis.said.some(text => /gives the lab no sound/.test(text)));
    await page.waitForFunction(() => /^Day [2-9]/.test(document.querySelector('#abscope-mirror p').textContent));
    await close();
  });
});

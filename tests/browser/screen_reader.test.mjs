// The main job by ear: a simulated screen reader walks through what stands beside the canvas, and
// nothing is seen or pointed at.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openSite, root, waitIdle} from './lab.mjs';
import {openQuiet} from './lab_page.mjs';

const reader = readFileSync(`${root}/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js`, 'utf8')
    .replace(/export\s*\{[^}]*?([\w$]+) as virtual\};?/, 'globalThis.reader = $1;')
    .replace(/\/\/# sourceMappingURL.*/, '');

let browser, address, closeAll;
before(async () => ({browser, address, close: closeAll} = await openSite()));
after(() => closeAll?.());

// {hear, act, key, type, log}: what a person with a screen reader does.
async function listen(page) {
  assert.match(reader, /globalThis\.reader = /, 'the reader has another form than this test knows');
  await page.evaluate(`(() => { ${reader} })();0`);
  // A reader's default action asks no pointer; this one's clicks as a mouse would, which the twins let
  // through to the canvas.
  await page.evaluate(() => {
    document.getElementById('abscope-mirror').style.pointerEvents = 'auto';
    return globalThis.reader.start({container: document.body});
  });
  const settle = async () => {
    await waitIdle(page, 60000);
    await page.waitForTimeout(150);
  };
  return {
    // Moves on until something like this is said; all that was said on the way, and it last.
    hear: words => page.evaluate(async source => {
      const wanted = new RegExp(source), said = [];
      for (let i = 0; i < 600; ++i) {
        await globalThis.reader.next();
        said.push(await globalThis.reader.lastSpokenPhrase());
        if (wanted.test(said[said.length - 1])) return said;
      }
      throw new Error(`never said: ${source}; but: ${said.slice(0, 120).join(' | ')}`);
    }, words.source),
    act: async () => {
      await page.evaluate(() => globalThis.reader.act());
      await settle();
    },
    key: async name => {
      await page.evaluate(key => globalThis.reader.press(key), name);
      await settle();
    },
    type: async text => {
      await page.evaluate(letters => globalThis.reader.type(letters), text);
      await settle();
    },
    log: () => page.evaluate(() => globalThis.reader.spokenPhraseLog()),
  };
}

test('a case, a fraction size, a drug moved, play, outcome and reason, by ear alone', async () => {
  const {page, close} = await openQuiet(browser, address);
  await page.waitForSelector('[data-control="play"]', {state: 'attached'});
  await waitIdle(page, 60000);
  const {hear, act, key, type, log} = await listen(page);

  await hear(/^button, Cases/);
  await act();
  const opened = (await hear(/^button, Open: Dewan 2009/)).pop();
  assert.match(opened, /Dewan/);
  await act();

  const before = (await hear(/^slider, Dose per fraction/)).pop();
  await key('ArrowRight');
  await key('ArrowRight');
  const slider = await page.getAttribute('[data-control="rtDose"]', 'aria-valuetext');
  assert.ok(!before.includes(slider), `${before} is still ${slider}`);

  // A drug moves to another day in the table of the schedule.
  await hear(/Change the schedule in a table/);
  await act();
  await hear(/^(spinbutton|input|textbox), Starts? .*anti-CTLA-4|^spinbutton, .*day.*anti-CTLA-4/i);
  const day = () => page.evaluate(() => document.activeElement.value);
  const from = await day();
  await type('1');
  await page.evaluate(() => document.activeElement.dispatchEvent(new Event('change', {bubbles: true})));
  await waitIdle(page, 60000);
  const plan = await page.textContent('#abscope-mirror table');
  assert.notEqual(await day(), from);

  await hear(/^button, Play/);
  await act();
  await page.waitForFunction(() => globalThis.reader.spokenPhraseLog().then(all => all.some(text => /^polite: Day/.test(text)) || undefined), null, {timeout: 30000})
      .catch(() => {});
  assert.ok((await log()).some(text => /polite.*Irradiated tumour/.test(text)), 'the course is not told while it plays');
  await hear(/^button, End/);
  await act();

  await hear(/^heading, Summary/);
  const outcome = (await hear(/Irradiated tumour .*Distant tumour /)).pop();
  assert.match(outcome, /^Day \d/);
  const why = (await hear(/since day|Nothing changes/)).pop();
  assert.ok(why.length > 30, why);
  assert.ok(plan.length > 20);
  await close();
});

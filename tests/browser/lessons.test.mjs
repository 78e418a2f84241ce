// Lessons in a real browser: fetched when they are opened, walked through from start to end by the
// keyboard alone and by the elements beside the canvas, with right and with wrong answers; a lesson
// of one's own by its address, and a broken one refused.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {dist, full, launch, serve, waitIdle} from './lab.mjs';
import {openQuiet} from './lab_page.mjs';

const book = JSON.parse(readFileSync(join(dist, 'lessons.json'), 'utf8'));
const own = structuredClone(book.lessons[0]);
own.id = 'mine';
own.title = 'A lesson of my own';
const broken = structuredClone(own);
broken.beats[0].arm = '20x11';

let browser, server;
before(async () => {
  browser = await launch();
  server = await serve(dist, 0, {'/mine.json': JSON.stringify(own), '/broken.json': JSON.stringify(broken)});
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const address = query => `http://127.0.0.1:${server.port}/${query}`;
const twin = (name, instance) =>
  `#abscope-mirror [data-control="${name}"]` + (instance === undefined ? '' : `[data-instance="${instance}"]`);
// The lesson's own words, as they stand beside the canvas: title first.
const lines = page => page.evaluate(() => {
  const next = document.querySelector('#abscope-mirror [data-control="lessonNext"]');
  const section = document.getElementById('abscope-lesson');
  return next && section ? [...section.children].map(node => node.textContent) : [];
});

async function openLesson(query, options) {
  const lab = await openQuiet(browser, address(query), {viewport: {width: 1280, height: 720}, ...options});
  await lab.page.waitForSelector(twin('lessonNext'), {state: 'attached', timeout: 60000});
  await waitIdle(lab.page, 60000);
  return lab;
}

const isEnabled = (page, name) => page.evaluate(where => {
  const node = document.querySelector(where);
  return !!node && !node.disabled && node.getAttribute('aria-disabled') !== 'true';
}, twin(name));

// What the lesson waits for now, as its elements tell; `does` presses one of them.
async function answer(page, right, does) {
  const told = await lines(page);
  const beat = book.lessons.flatMap(lesson => lesson.beats).find(one => one.title === told[1]);
  if (!beat) return;
  const pick = list => Math.max(0, list.findIndex(choice => Boolean(choice.right) === right));
  const usable = where => page.evaluate(at => {
    const node = document.querySelector(at);
    return !!node && !node.disabled;
  }, where);
  if (beat.prediction && await usable(twin('lessonChoice', 0))) await does('lessonChoice', pick(beat.prediction.choices));
  else if (beat.reasons && await usable(twin('lessonReason', 0))) await does('lessonReason', pick(beat.reasons));
  for (let i = 0; i < 5 && await usable(twin('lessonHint')); ++i) await does('lessonHint');
  if (await usable(twin('lessonSolve'))) await does('lessonSolve');
}

async function walk(page, right, does) {
  for (let step = 0; step < 120; ++step) {
    await waitIdle(page, 60000);
    await page.waitForTimeout(120);
    if (await page.$(twin('lessonAgain'))) return;
    await answer(page, right, does);
    await waitIdle(page, 60000);
    await page.waitForTimeout(120);
    assert.ok(await isEnabled(page, 'lessonNext'), `stuck at ${(await lines(page))[1]}`);
    await does('lessonNext');
    await does('lessonNext', undefined, 'while it runs');
  }
  assert.fail('the lesson does not end');
}

describe('a lesson', () => {
  test('is not part of the first download, and opens from the list', async () => {
    const lab = await openQuiet(browser, address(''), {viewport: {width: 1280, height: 720}});
    const asked = [];
    lab.page.on('request', request => asked.push(new URL(request.url()).pathname));
    await waitIdle(lab.page, 60000);
    assert.ok(!asked.includes('/lessons.json'));
    await lab.page.focus('#canvas');
    await lab.page.keyboard.press('t');
    await lab.page.waitForSelector(twin('openLesson', 0), {state: 'attached', timeout: 60000});
    assert.ok(asked.includes('/lessons.json'));
    assert.equal(await lab.page.locator(twin('openLesson')).count(), book.lessons.length);
    await lab.page.evaluate(at => document.querySelector(at).click(), twin('openLesson', 0));
    await lab.page.waitForSelector(twin('lessonNext'), {state: 'attached', timeout: 60000});
    assert.equal((await lines(lab.page))[0], book.lessons[0].title);
    await lab.close();
  });

  const walked = full ? book.lessons : book.lessons.slice(0, 1);
  for (const lesson of walked) {
    test(`${lesson.id} is walked through by the elements beside the canvas, rightly`, async () => {
      const {page, close} = await openLesson(`?lesson=${lesson.id}`);
      await walk(page, true, async (name, instance, meanwhile) => {
        await page.evaluate(([at, maybe]) => {
          const node = document.querySelector(at);
          if (node && !(maybe && !/Skip/.test(node.textContent))) node.click();
        }, [twin(name, instance), meanwhile]);
        if (!meanwhile) await page.waitForTimeout(200);
      });
      await close();
    });

    test(`${lesson.id} is walked through by keys alone, wrongly`, async () => {
      const {page, close} = await openLesson(`?lesson=${lesson.id}&lessonLevel=resident`);
      await page.focus('#canvas');
      await walk(page, false, async (name, instance, meanwhile) => {
        if (name === 'lessonChoice' || name === 'lessonReason') return page.keyboard.press(String(instance + 1));
        if (name === 'lessonNext') {
          if (meanwhile && !/Skip/.test(await page.textContent(twin(name)))) return undefined;
          await page.keyboard.press('PageDown');
          return page.waitForTimeout(200);
        }
        // Hints are buttons: the keyboard goes to them as to any element.
        await page.focus(twin(name));
        await page.keyboard.press('Enter');
        await page.waitForTimeout(250);
        return page.focus('#canvas');
      });
      await close();
    });
  }

  test('of a teacher loads by its address from the same site, at a beat', async () => {
    const {page, close} = await openLesson('?lesson=mine.json&beat=3');
    const told = await lines(page);
    assert.equal(told[0], own.title);
    assert.equal(told[1], own.beats[2].title);
    await close();
  });

  test('that is broken, missing or of another site is refused with place and mend', async () => {
    const say = async query => {
      const lab = await openQuiet(browser, address(query), {viewport: {width: 1280, height: 720}});
      await lab.page.waitForSelector(twin('dismissMessage', 0), {state: 'attached', timeout: 60000});
      const text = await lab.page.textContent(twin('dismissMessage', 0)) +
          ' ' + (await lab.page.getAttribute(twin('dismissMessage', 0), 'aria-label') || '');
      assert.equal(await lab.page.locator(twin('lessonNext')).count(), 0);
      lab.errors.splice(0);  // the browser's own note on a file that is not there
      await lab.close();
      return text;
    };
    assert.match(await say('?lesson=broken.json'), /broken\.json \$\.beats\[0\]\.arm.*did you mean "20x1"/s);
    assert.match(await say('?lesson=none/none.json'), /404/);
    assert.match(await say('?lesson=https://example.org/a.json'), /another site/);
    assert.match(await say('?lesson=eight-by-four'), /eight-by-three/);
  });

  test('on a phone has a tab of its own below the tissue', async () => {
    const {page, close} = await openLesson('?lesson=eight-by-three', {viewport: {width: 390, height: 844}});
    const boxes = await page.evaluate(names => names.map(name => {
      const box = document.querySelector(`#abscope-mirror [data-control="${name}"]`).getBoundingClientRect();
      return {top: box.top, bottom: box.bottom, height: box.height};
    }), ['lessonNext', 'play']);
    assert.ok(boxes[0].top > boxes[1].bottom, 'the way on is below the clock');
    assert.ok(boxes[0].bottom <= 844 && boxes[0].height >= 40, 'and large enough for a finger');
    await close();
  });
});

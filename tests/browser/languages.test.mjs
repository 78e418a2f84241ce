// Other languages in a real browser: from the address and from the browser, switched live, loaded only
// when chosen, where a page may not fetch as well, and said where they cannot be loaded.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engine, newPage, openSite, unless, waitIdle, waitReady} from './lab.mjs';

const host = '<!doctype html><meta charset="utf-8"><iframe id="lab" sandbox="allow-scripts" src="/index.html?lang=zh-Hans" ' +
    'width="1000" height="640" title="Abscope"></iframe>';
let browser, origin, closeAll;
before(async () => ({browser, address: origin, close: closeAll} = await openSite({'/sandbox.html': host})));
after(() => closeAll?.());

// Opens the lab and notes which files of languages it asks for.
async function open(query, options = {}) {
  const lab = await newPage(browser, options);
  const asked = [];
  lab.page.on('request', request => {
    const name = new URL(request.url()).pathname.slice(1);
    if (name.startsWith('lang-')) asked.push(name);
  });
  if (options.refuse) await lab.page.route(/lang-/, route => route.abort());
  await lab.page.goto(origin + query);
  await waitReady(lab.page, 60000);
  await lab.page.waitForSelector('#abscope-mirror h1', {state: 'attached'});
  return {...lab, asked};
}

const about = page => page.evaluate(() => ({
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  canvas: document.getElementById('canvas').getAttribute('aria-label'),
  note: document.getElementById('abscope-note').textContent,
  summary: document.querySelector('#abscope-mirror section p').textContent,
  play: document.querySelector('#abscope-mirror [data-control="play"]').textContent,
}));
const choose = async (page, hash) => {
  await page.evaluate(to => { location.hash = to; }, hash);
};

describe('languages', () => {
  test('English loads no other', async () => {
    const lab = await open('', {locale: 'en-GB'});
    assert.equal((await about(lab.page)).lang, 'en');
    assert.deepEqual(lab.asked, []);
    await lab.close();
  });

  test('the language of the browser is spoken from the start', {skip: unless(engine !== 'webkit', 'no locale there')}, async () => {
    const lab = await open('', {locale: 'de-CH'});
    const german = await about(lab.page);
    assert.equal(german.lang, 'de');
    assert.match(german.summary, /^Tag 0/);
    assert.match(german.note, /[äöü]|nicht/);
    assert.deepEqual(lab.asked, ['lang-de.json']);
    assert.deepEqual(lab.errors, []);
    await lab.close();
  });

  test('each is switched to live, and back', async () => {
    const lab = await open('?case=dewan-2009', {locale: 'en-GB'});
    const english = await about(lab.page);
    const seen = new Set([english.play]);
    for (const code of ['es', 'fr', 'de', 'zh-Hans']) {
      await choose(lab.page, 'lang=' + code);
      await lab.page.waitForFunction(lang => document.documentElement.lang === lang, code);
      await lab.page.waitForFunction(before => document.querySelector('#abscope-mirror section p').textContent !== before,
          english.summary);
      const now = await about(lab.page);
      assert.notEqual(now.canvas, english.canvas, code);
      assert.notEqual(now.note, english.note, code);
      seen.add(now.play);
    }
    assert.equal(seen.size, 5, 'a word of the mirror in every language: ' + [...seen].join(', '));
    assert.deepEqual(lab.asked.sort(), ['lang-de.json', 'lang-es.json', 'lang-fr.json', 'lang-zh-Hans.json', 'lang-zh-Hans.ttf']);
    await choose(lab.page, 'lang=en');
    await lab.page.waitForFunction(summary => document.querySelector('#abscope-mirror section p').textContent === summary,
        english.summary);
    assert.deepEqual(lab.errors, []);
    await lab.close();
  });

  test('Chinese comes into a sandboxed frame that may not fetch', async () => {
    const lab = await newPage(browser);
    await lab.page.goto(origin + 'sandbox.html');
    const frame = await (await lab.page.$('#lab')).contentFrame();
    await waitReady(frame, 60000);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), 'zh-Hans');
    await lab.close();
  });

  test('a file that does not come is said, and English stays', async () => {
    const lab = await open('?lang=fr', {refuse: true, locale: 'en-GB'});
    await lab.page.waitForFunction(() => /cannot be loaded/.test(document.body.textContent) ||
        [...document.querySelectorAll('#abscope-mirror *')].some(node => /cannot be loaded/.test(node.textContent + (node.title || ''))));
    assert.equal((await about(lab.page)).lang, 'en');
    await waitIdle(lab.page, 30000);
    await lab.close();
  });

  test('right to left: the page and the mirror turn, and the canvas says what it lacks', async () => {
    const lab = await open('?lang=ar-XB', {locale: 'en-GB'});
    await lab.page.waitForFunction(() => document.documentElement.dir === 'rtl');
    // The elements stay over their places on the canvas.
    const [button, text] = await lab.page.evaluate(() => {
      const box = document.querySelector('#abscope-mirror [data-control="play"]').getBoundingClientRect();
      return [[box.left, box.right], document.getElementById('abscope-mirror').textContent];
    });
    assert.ok(button[0] >= 0 && button[1] <= 1280 && button[1] > button[0], String(button));
    assert.match(text, /from left to right/);
    await lab.close();
  });
});

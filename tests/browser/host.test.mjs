// The message API and <abscope-lab>, as a course page uses them.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {drawn, newPage, openSite, waitIdle} from './lab.mjs';

// A page that notes what it hears; `ask` sends a message and waits for its answer.
const hostPage = (sandbox, query = '') => `<!doctype html><meta charset="utf-8"><title>Course page</title>
<style>body{margin:0} iframe{width:1000px;height:600px;border:0;display:block}</style>
<script>
globalThis.heard = [];
addEventListener('message', event => heard.push(event.data));
globalThis.ask = message => new Promise(resolve => {
  addEventListener('message', function hear(event) {
    if (event.data.requestId !== message.requestId) return;
    removeEventListener('message', hear);
    resolve(event.data);
  });
  document.getElementById('lab').contentWindow.postMessage(message, '*');
});
</script>
<iframe id="lab" ${sandbox} src="/index.html${query}" title="Abscope"></iframe>`;

const elementPage = `<!doctype html><meta charset="utf-8"><title>Course page</title>
<script type="module" src="/abscope-lab.js"></script>
<h1>Lesson</h1><abscope-lab id="lab" case="dewan-2009" arm="8x3" day="5" start="click" start-label="Start"></abscope-lab>`;

// A page without an origin: a sandboxed frame that embeds the lab in turn.
const opaquePage = query => `<!doctype html><meta charset="utf-8">
<iframe sandbox="allow-scripts" style="width:1000px;height:600px" src="/inner${query}.html" title="host"></iframe>`;

let browser, origin, closeAll;

before(async () => {
  const pages = {
    '/plain.html': hostPage(''),
    '/sandbox.html': hostPage('sandbox="allow-scripts"'),
    '/stranger.html': hostPage('', '?host=https://course.example'),
    '/element.html': elementPage,
    '/opaque.html': opaquePage(''),
    '/inner.html': hostPage('', '?token=s3cret'),
  };
  ({browser, origin, close: closeAll} = await openSite(pages));
});
after(() => closeAll?.());

async function openHost(path, ready = page => page.waitForFunction(
    () => globalThis.heard.some(m => m.type === 'ready'), null, {timeout: 60000})) {
  const opened = await newPage(browser);
  await opened.page.goto(origin + path);
  await ready(opened.page);
  return opened;
}

const ask = (page, message) => page.evaluate(m => globalThis.ask(m), {abscope: 1, requestId: 1, ...message});

describe('message API', () => {
  for (const path of ['/plain.html', '/sandbox.html']) {
    test(`${path}: ready, load, set, read, picture`, async () => {
      const {page, errors, close} = await openHost(path);
      const heard = await page.evaluate(() => globalThis.heard);
      const ready = heard.find(m => m.type === 'ready');
      assert.match(ready.version, /^\d+\.\d+\.\d+$/);
      assert.ok(ready.requests.includes('setState'));
      assert.ok(heard.some(m => m.type === 'resize' && m.height >= 480));

      const loaded = await ask(page, {type: 'loadCase', case: 'dewan-2009', arm: '8x3'});
      assert.equal(loaded.type, 'done');
      await ask(page, {type: 'setState', settings: {rtDose: 6, rtFractions: 5}, requestId: 2});
      await ask(page, {type: 'runTo', day: 20, requestId: 3});
      const state = await ask(page, {type: 'getState', requestId: 4});
      assert.equal(state.day, 20);
      assert.equal(state.tumours.irradiated.doseGy, 30);
      assert.ok(state.tumours.irradiated.volumeMm3 > 0);
      // The host's note of a change came without asking.
      assert.ok((await page.evaluate(() => globalThis.heard)).some(m => m.type === 'state' && m.day === 20 && !m.requestId));

      const picture = await ask(page, {type: 'screenshot', requestId: 'p'});
      assert.match(picture.image, /^data:image\/png;base64,/);
      const colours = await page.evaluate(async url => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height), draw = canvas.getContext('2d');
        draw.drawImage(image, 0, 0);
        const data = new Uint32Array(draw.getImageData(0, 0, image.width, image.height).data.buffer);
        return new Set(data).size;
      }, picture.image);
      assert.ok(colours > 200, `the picture has ${colours} colours`);
      assert.deepEqual(errors, []);
      await close();
    });
  }

  test('plays, tells of fractions, and pauses', async () => {
    const {page, close} = await openHost('/plain.html');
    await ask(page, {type: 'setState', settings: {speed: 30}});
    await ask(page, {type: 'resume', requestId: 2});
    await page.waitForFunction(() => globalThis.heard.filter(m => m.event === 'fraction').length >= 3);
    const paused = await ask(page, {type: 'pause', requestId: 3});
    assert.equal(paused.type, 'done');
    const first = await page.evaluate(() => globalThis.heard.find(m => m.event === 'fraction'));
    assert.equal(first.doseGy.irradiated, 12);
    await close();
  });

  test('answers what it does not understand with an error', async () => {
    const {page, close} = await openHost('/plain.html');
    const before = await ask(page, {type: 'getState'});
    const answer = await ask(page, {type: 'loadCase', case: 'nobody-1900', requestId: 2});
    assert.equal(answer.type, 'error');
    assert.equal(answer.errors[0].place, '$.case');
    assert.equal((await ask(page, {type: 'explode', requestId: 3})).type, 'error');
    const after = await ask(page, {type: 'getState', requestId: 4});
    assert.deepEqual({...after, requestId: 1}, before);
    await close();
  });

  test('listens to its own host only, in a slide show too', async () => {
    const opened = await newPage(browser);
    const {page} = opened;
    await page.goto(origin + '/stranger.html');
    const frame = page.frames().find(f => f !== page.mainFrame());
    await frame.waitForFunction(() => document.documentElement.dataset.abscope === 'ready', null, {timeout: 60000});
    // It answers to course.example, so this page hears nothing; and it does not play.
    await waitIdle(frame, 60000);
    const before = await drawn(frame);
    await page.evaluate(() => document.getElementById('lab').contentWindow.postMessage({abscope: 1, type: 'resume'}, '*'));
    await page.evaluate(() => document.getElementById('lab').contentWindow.postMessage('slide:start', '*'));
    // Nor is a window heard that is not the parent.
    await frame.evaluate(() => postMessage({abscope: 1, type: 'resume'}, '*'));
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
    assert.deepEqual(await drawn(frame), before);
    await opened.close();
  });

  test('a host without an origin needs the token', async () => {
    const opened = await newPage(browser);
    const {page} = opened;
    await page.goto(origin + '/opaque.html');
    await page.waitForFunction(() => window.frames.length === 1);
    const host = page.frames().find(f => f.url().endsWith('/inner.html'));
    await host.waitForFunction(() => globalThis.heard?.some(m => m.type === 'ready'), null, {timeout: 60000});
    const refused = await ask(host, {type: 'getState'});
    assert.equal(refused.type, 'error');
    assert.equal(refused.errors[0].place, 'token');
    const heard = await ask(host, {type: 'getState', token: 's3cret', requestId: 2});
    assert.equal(heard.type, 'state');
    await opened.close();
  });

  test('understands the resize protocols of H5P and iframe-resizer', async () => {
    const {page, close} = await openHost('/plain.html');
    await page.evaluate(() => {
      const lab = document.getElementById('lab').contentWindow;
      lab.postMessage({context: 'h5p', action: 'hello'}, '*');
      lab.postMessage('[iFrameSizer]lab7:8:false:true:32:true:true:null:offset', '*');
    });
    await page.waitForFunction(() => globalThis.heard.some(m => m.context === 'h5p' && m.action === 'resize') &&
        globalThis.heard.some(m => typeof m === 'string' && m.startsWith('[iFrameSizer]lab7:')));
    await close();
  });
});

describe('<abscope-lab>', () => {
  test('starts on a click, answers its methods, follows its attributes', async () => {
    const opened = await openHost('/element.html', page => page.waitForSelector('abscope-lab button'));
    const {page} = opened;
    assert.equal(await page.locator('abscope-lab iframe').count(), 0);
    await page.click('abscope-lab button');
    const state = await page.evaluate(() => document.getElementById('lab').getState());
    assert.equal(state.case, 'dewan-2009');
    assert.equal(state.arm, '8x3');
    assert.equal(state.day, 5);
    await page.evaluate(() => {
      document.getElementById('lab').setAttribute('arm', '20x1');
    });
    await page.waitForFunction(async () => (await document.getElementById('lab').getState()).arm === '20x1');
    const wrong = await page.evaluate(() => document.getElementById('lab').load('nobody-1900').catch(e => e.message));
    assert.match(wrong, /\$\.case/);
    const image = await page.evaluate(() => document.getElementById('lab').screenshot());
    assert.match(image, /^data:image\/png/);
    await opened.close();
  });
});

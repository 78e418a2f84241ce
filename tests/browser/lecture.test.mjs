// The lecture hall in a real browser: a script by its address, the slide show around it, files to
// take away, full screen, and less motion.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {engine, newPage, openSite} from './lab.mjs';
import {countPixels, decode, openQuiet, picture} from './lab_page.mjs';

const hostPage = `<!doctype html><meta charset="utf-8"><title>Slides</title>
<iframe id="lab" src="/index.html?case=dewan-2009" width="1280" height="700" title="Abscope"></iframe>`;

let browser, origin, closeAll;
before(async () => ({browser, address: origin, close: closeAll} = await openSite({'/host.html': hostPage})));
after(() => closeAll?.());

const address = query => origin + query;
const different = (a, b) => {
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    count += Math.abs(a.data[i] - b.data[i]) + Math.abs(a.data[i + 1] - b.data[i + 1]) > 40;
  }
  return count / (a.data.length / 4);
};
const key = async (page, name) => {
  await page.locator('#canvas').focus();
  await page.keyboard.press(name);
};

describe('a lecture', () => {
  test('is opened by its address and stepped by a clicker', async () => {
    const lab = await openQuiet(browser, address('?present=fraction-size&beat=3'),
        {viewport: {width: 1280, height: 720}});
    const question = await picture(lab.page);
    await key(lab.page, 'PageDown');  // nobody has voted: the hint
    await key(lab.page, '3');
    await key(lab.page, 'PageDown');
    await key(lab.page, 'PageDown');
    const told = await picture(lab.page);
    assert.ok(different(question, told) > 0.02, 'the future appears');
    await key(lab.page, 'b');
    const black = await picture(lab.page);
    // But for the ring of the keyboard's focus round the canvas.
    assert.equal(countPixels(black, [3, 3, black.width - 3, black.height - 3], (r, g, b) => r + g + b > 0), 0, 'black is black');
    await key(lab.page, 'PageDown');
    assert.ok(different(told, await picture(lab.page)) < 0.002, 'and back');
    await lab.close();
  });

  test('starts and stops with its slide, for its parent only', async () => {
    const lab = await newPage(browser, {viewport: {width: 1300, height: 720}});
    const {page} = lab;
    await page.goto(address('host.html'));
    const frame = await (await page.waitForSelector('#lab')).contentFrame();
    await frame.waitForFunction(() => document.documentElement.dataset.abscope === 'ready');
    const canvas = frame.locator('#canvas');
    const still = async () => decode(await canvas.screenshot());
    const tell = text => page.evaluate(text => document.getElementById('lab').contentWindow.postMessage(text, '*'), text);
    const at0 = await still();
    await tell('slide:start');
    await page.waitForTimeout(1500);
    await tell('slide:stop');
    await page.waitForTimeout(400);
    const stopped = await still();
    assert.ok(different(at0, stopped) > 0.001, 'it has played');
    await page.waitForTimeout(600);
    assert.ok(different(stopped, await still()) < 0.0005, 'it rests');
    await frame.evaluate(() => window.postMessage('slide:start', '*'));  // not from the parent
    await page.waitForTimeout(600);
    assert.ok(different(stopped, await still()) < 0.0005, 'it still rests');
    await lab.close();
  });
});

// Only Chromium's driver hands downloads over; elsewhere what the page gives the browser to save.
const keepFiles = () => {
  const blobs = {};
  const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
  URL.createObjectURL = blob => {
    const address = make.call(URL, blob);
    blobs[address] = blob;
    return address;
  };
  globalThis.kept = {};
  HTMLAnchorElement.prototype.click = function() {
    const {download, href} = this;
    const reader = new FileReader();
    reader.onload = () => { globalThis.kept[download] = reader.result; };
    reader.readAsDataURL(blobs[href]);
    click.call(this);
  };
};

test('PNG, SVG and CSV are saved, and show what is on the screen', async () => {
  const script = engine === 'chromium' ? undefined : keepFiles;
  const lab = await openQuiet(browser, address('?case=dewan-2009&day=12'), {viewport: {width: 1280, height: 720}, script});
  const {page} = lab;
  const before = await picture(page);
  // The three buttons are the last of the menu's left column: found from below, one after the other.
  const saved = {};
  page.on('download', async file => {
    saved[file.suggestedFilename()] = async () => readFileSync(await file.path());
  });
  const lookForFiles = async () => {
    for (const [name, url] of Object.entries(await page.evaluate(() => globalThis.kept || {}))) {
      saved[name] = async () => Buffer.from(url.split(',')[1], 'base64');
    }
  };
  for (let y = 664; y > 300 && Object.keys(saved).length < 3; y -= 14) {
    await key(page, 'n');
    await page.waitForTimeout(150);
    await page.mouse.click(440, y);
    await page.waitForTimeout(350);
    await lookForFiles();
    await key(page, 'Escape');
  }
  const names = Object.keys(saved).sort();
  assert.deepEqual(names.map(name => name.split('.').pop()), ['csv', 'png', 'svg']);
  const bytes = {};
  for (const name of names) {
    assert.match(name, /^abscope-dewan-2009-8x3-anti-ctla-4-/);
    bytes[name.split('.').pop()] = await saved[name]();
  }
  const png = decode(bytes.png);
  assert.equal(png.width, 1280);
  assert.ok(different(before, png) < 0.06, 'the picture is the lab without its menu');  // but with a message
  assert.match(bytes.svg.toString(), /<polyline/);
  assert.match(bytes.csv.toString(), /^day \[d\],/);
  await lab.close();
});

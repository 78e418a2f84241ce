// The tissue in the page: hazes are seen, the wheel and two fingers bring it nearer.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {openSite, waitIdle} from './lab.mjs';
import {areas, countPixels, inTissue, openAtRest, parkPointer, picture} from './lab_page.mjs';

const at = areas(1280, 720);
const distant = inTissue(at.distant);
const shown = '?case=barsoumian-2020&day=9&cells=1600';
let browser, origin, closeAll;

before(async () => ({browser, address: origin, close: closeAll} = await openSite()));
after(() => closeAll?.());

const open = (address, options) => openAtRest(browser, origin + address, options);
// The button that says how near it is also leads back to the whole.
const percent = async page => {
  const text = await page.locator('#abscope-mirror [data-control="zoomReset"]').first().textContent();
  return Number(text.match(/(\d+)/)[1]);
};
const middle = [(distant[0] + distant[2]) / 2, (distant[1] + distant[3]) / 2];
const isWarm = (r, g, b) => r > 70 && r > 1.5 * b && g > 0.3 * r;

describe('a haze', () => {
  const pale = 'the haze of PD-L1 is paler in the page than it is meant to be';
  test('is seen where it was not, and no other colour of it comes without', {todo: pale}, async () => {
    const without = await open(shown);
    const bare = countPixels(await picture(without.page), distant, isWarm);
    await without.close();
    const hazed = await open(`${shown}&haze=pdl1`);
    const warm = countPixels(await picture(hazed.page), distant, isWarm);
    await hazed.close();
    assert.ok(warm > bare + 3000, `${bare} warm pixels without and ${warm} with the haze of PD-L1`);
  });
});

describe('from nearer', () => {
  test('the wheel zooms on the tissue once the lab has the focus', async () => {
    const {page, close} = await open(shown);
    await page.mouse.click(914, 300);
    assert.equal(await percent(page), 100);
    await page.mouse.move(...middle);
    await page.mouse.wheel(0, -300);
    await waitIdle(page);
    assert.ok(await percent(page) > 110, `${await percent(page)} % after the wheel`);
    await parkPointer(page);
    await close();
  });

  test('two fingers that part zoom', async () => {
    const {page, close} = await open(shown, {hasTouch: true});
    const client = await page.context().newCDPSession(page);
    const touch = (type, apart) => client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [-1, 1].map((side, id) =>
        ({x: middle[0] + side * apart, y: middle[1], id})),
    });
    await touch('touchStart', 30);
    for (const apart of [40, 50, 60, 75, 90]) await touch('touchMove', apart);
    await touch('touchEnd');
    await waitIdle(page);
    const near = await percent(page);
    assert.ok(near > 180 && near < 420, `${near} % after fingers three times as far apart`);
    await close();
  });

  const deaf = 'a second gesture of two fingers is not followed';
  test('two fingers that come together zoom back', {todo: deaf}, async () => {
    const {page, close} = await open(shown, {hasTouch: true});
    const client = await page.context().newCDPSession(page);
    const touch = (type, apart) => client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [-1, 1].map((side, id) =>
        ({x: middle[0] + side * apart, y: middle[1], id})),
    });
    await touch('touchStart', 30);
    for (const apart of [40, 50, 60, 75, 90]) await touch('touchMove', apart);
    await touch('touchEnd');
    await waitIdle(page);
    const near = await percent(page);
    await touch('touchStart', 90);
    for (const apart of [75, 60, 50, 40, 30]) await touch('touchMove', apart);
    await touch('touchEnd');
    await waitIdle(page);
    assert.ok(await percent(page) < 0.6 * near, `${await percent(page)} % after pinching`);
    await close();
  });
});

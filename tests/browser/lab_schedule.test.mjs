// The schedule in a browser: the pointer, a finger, and the keyboard that types a number.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {openFinger, openSite, waitIdle} from './lab.mjs';
import {
  areas, colours, groups, knobs, near, openAtRest, parkPointer, picture, shareLink,
} from './lab_page.mjs';

const at = areas(1280, 720);
const days = 45;  // of the case
const dayX = day => at.curvesLeft + (at.curvesRight - at.curvesLeft) * day / days;
const rowY = (at.doses[1] + at.doses[3]) / 2;
const shown = '?case=dewan-2009&arm=8x3-anti-ctla-4&cells=1000';
let browser, origin, closeAll;

before(async () => ({browser, address: origin, close: closeAll} = await openSite()));
after(() => closeAll?.());

const open = (address, options) => openAtRest(browser, origin + address, options);

// The plan that a link of this moment holds.
async function plan(page) {
  const link = await shareLink(page);
  const hash = new URLSearchParams(new URL(link).hash.slice(1));
  return JSON.parse(Buffer.from(hash.get('s'), 'base64url').toString()).plan;
}

const startOf = item => (typeof item.start === 'number' ? item.start : item.start?.day);

describe('the schedule', () => {
  test('is dragged with the pointer: the fractions move with it', async () => {
    const {page, close} = await open(shown);
    const before = groups(await picture(page), at.doses, near(colours.radiation));
    await page.mouse.move(dayX(2), rowY);
    await page.mouse.down();
    await page.mouse.move(dayX(12), rowY, {steps: 6});
    await page.mouse.up();
    await page.keyboard.press('Escape');  // nothing picked: no frame around them
    await parkPointer(page);
    const moved = groups(await picture(page), at.doses, near(colours.radiation));
    assert.ok(before.length >= 3);
    assert.ok(Math.abs(moved[0][0] - before[0][0] - (dayX(10) - dayX(0))) <= 2,
        `${before[0][0]} to ${moved[0][0]}`);
    assert.equal(startOf((await plan(page)).radiation[0]), 11);
    await close();
  });

  test('takes a number from the keyboard, and the letters of shortcuts in it do nothing', async () => {
    const {page, close} = await open(shown);
    await page.mouse.click(dayX(2), rowY);
    await page.keyboard.press('Escape');
    // The first field of the panel is the dose per fraction, at the right above the first slider.
    const png = await picture(page);
    await page.mouse.click(at.side[2] - 30, knobs(png, at.side)[0].y - 18);
    await page.keyboard.type('6.5');
    await page.keyboard.press('Enter');
    await parkPointer(page);
    await waitIdle(page, 60000);
    const dose = (await plan(page)).radiation[0].doseGy.irradiated;
    assert.equal(dose, 6.5);
    await close();
  });

  test('is dragged with a finger', async () => {
    const {page, close} = await open(shown, {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});
    const finger = await openFinger(page);
    // Rows of a phone: below the choices of the plot.
    const png = await picture(page);
    const marks = groups(png, [82, 540, 350, 620], near(colours.radiation));
    const rows = groups(png, [82, 540, 350, 620], near(colours.radiation), {rows: true});
    assert.ok(marks.length >= 1, 'no fraction found');
    const x = (marks[0][0] + marks[marks.length - 1][1]) / 2, y = (rows[0][0] + rows[0][1]) / 2;
    await finger('touchStart', x, y);
    for (let i = 1; i <= 6; ++i) await finger('touchMove', x + 15 * i, y);
    await finger('touchEnd');
    await waitIdle(page, 60000);
    const start = startOf((await plan(page)).radiation[0]);
    const perDay = (390 - 82 - 40) / days;
    assert.ok(Math.abs(start - 1 - 90 / perDay) <= 1, `starts on day ${start}`);
    await close();
  });
});

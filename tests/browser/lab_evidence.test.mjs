// The evidence in the page: solved in slices while it is open, and every row leads somewhere.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {drawn, openSite, passFrames, waitIdle} from './lab.mjs';
import {area, colours, countPixels, near, openQuiet, picture, shareLink} from './lab_page.mjs';

let browser, origin, closeAll;

before(async () => ({browser, address: origin, close: closeAll} = await openSite()));
after(() => closeAll?.());

// The panel at 1280x720: rows begin below tabs, chips and key; their strips lie in this column.
const strips = [760, 200, 946, 676];
const helps = near(0x4cc2ff, 40);

describe('the evidence', () => {
  test('is solved while it is open, frame by frame, and stops when it is closed', async () => {
    const {page, close} = await openQuiet(browser, `${origin}?panel=evidence`);
    const first = (await drawn(page)).frames;
    await passFrames(page, 12);
    const later = (await drawn(page)).frames;
    assert.ok(later > first + 2, 'nothing is drawn while the evidence is solved');
    await page.focus('#canvas');
    await page.keyboard.press('Escape');
    await waitIdle(page, 30000);
    const png = await picture(page);
    assert.ok(countPixels(png, strips, helps) < area(strips) / 100, 'the panel is still there');
    await close();
  });

  test('shows a mark for every row, and a row opens the arm and the day that show it', async () => {
    const {page, close} =
        await openQuiet(browser, `${origin}?case=dewan-2009&panel=evidence&evidenceShow=2`);
    await waitIdle(page, 120000);
    const png = await picture(page);
    // Ten rows of 46 px, a dot of 4 px radius in each, a rim around it left out.
    assert.ok(countPixels(png, strips, helps) > 10 * 25, 'no marks on the strips');
    await page.mouse.click(400, 216);
    await waitIdle(page, 30000);
    const link = new URL(await shareLink(page)).hash;
    assert.match(link, /#case=[a-z0-9-]+&arm=[^&]+&day=\d/);
    await close();
  });
});

describe('the band of the ensemble', () => {
  test('lies behind the curves of a mouse, and not of a human', async () => {
    const ground = near(colours.panel, 6);
    const plot = [110, 560, 850, 680];
    const groundOf = async address => {
      const {page, close} = await openQuiet(browser, origin + address);
      await waitIdle(page, 60000);
      const count = countPixels(await picture(page), plot, ground);
      await close();
      return count;
    };
    const bare = await groundOf('?case=barsoumian-2020&day=20');
    const banded = await groundOf('?case=barsoumian-2020&day=20&ensembleBand=1');
    assert.ok(banded < bare * 0.8, `the band covers too little: ${banded} of ${bare} px stay bare`);
    const human = await groundOf('?case=theelen-2021');
    const none = await groundOf('?case=theelen-2021&ensembleBand=1');
    assert.ok(Math.abs(none - human) < human * 0.02, 'a human plan has a band');
  });
});

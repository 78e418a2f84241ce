// What tests of the lab itself need: a page whose every complaint and request is noted, pictures at
// rest, where the areas of the screen are, and what colours mean.
import assert from 'node:assert/strict';
import {PNG} from 'pngjs';
import {newPage, waitIdle, waitReady} from './lab.mjs';

// Chromium's note on our own reading of the canvas; the lab never reads it.
const ownNoise = /GPU stall due to ReadPixels/;

// Opens the lab; close() fails the test if the page complained or asked a stranger for anything.
export async function openQuiet(browser, address, options = {}) {
  const lab = await newPage(browser, options);
  const complaints = lab.errors;
  const home = new URL(address).origin;
  lab.page.on('console', message => {
    if (['warning', 'error'].includes(message.type()) && !ownNoise.test(message.text())) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  lab.page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) complaints.push(`asked ${url}`);
  });
  if (options.script) await lab.page.addInitScript(options.script);
  await lab.page.goto(address);
  lab.renderer = await waitReady(lab.page, 60000);
  return {
    ...lab,
    async close() {
      await lab.close();
      assert.deepEqual(complaints, []);
    },
  };
}

export const decode = bytes => PNG.sync.read(bytes);
export const decodeUrl = url => decode(Buffer.from(url.split(',')[1], 'base64'));

// The same, when it has come to rest.
export async function openAtRest(browser, address, options) {
  const lab = await openQuiet(browser, address, options);
  await waitIdle(lab.page, 60000);
  return lab;
}

// The canvas as the browser shows it, when nothing moves any more.
export async function picture(page) {
  await waitIdle(page, 60000);
  return decode(await page.locator('#canvas').screenshot());
}

// The pointer where nothing reacts to it: the gap between the panels.
export async function parkPointer(page) {
  await page.mouse.move(914, 300);
}

// Gives the keyboard to the lab, as a click into a gap does.
export async function focusLab(page) {
  await page.mouse.click(914, 300);
  await parkPointer(page);
}

// src/ui/layout.cpp in brief, for the wide screen: {name: [left, top, right, bottom]}.
export function areas(width, height) {
  const fit = Math.min(width / 1500, height / 840);
  const s = Math.min(4, Math.max(1, Math.round(fit * 20) / 20));
  const clamp = (x, low, high) => Math.min(high, Math.max(low, x));
  const left = 10 * s, right = width - 10 * s, top = 54 * s, bottom = height - 10 * s;
  const mainRight = right - 360 * s, all = bottom - top;
  const plotTop = bottom - clamp(all * 0.43, Math.min(276 * s, all * 0.5), 560 * s);
  const legendTop = plotTop - 56 * s;
  const tissueBottom = legendTop - 8 * s;
  const room = mainRight - left;
  const node = clamp(room * 0.125, 56 * s, 150 * s);
  const tumour = (room - node - 16 * s) / 2;
  const whole = list => list.map(Math.round);
  const transportBottom = plotTop + 42 * s;
  return {
    scale: s,
    topBar: whole([0, 0, width, 44 * s]),
    irradiated: whole([left, top, left + tumour, tissueBottom]),
    node: whole([left + tumour + 8 * s, top, left + tumour + 8 * s + node, tissueBottom]),
    distant: whole([mainRight - tumour, top, mainRight, tissueBottom]),
    legend: whole([left, legendTop, mainRight, plotTop - 8 * s]),
    plot: whole([left, transportBottom, mainRight, bottom]),
    // Of the time plot: the row of fractions, the space of the curves.
    doses: whole([left + 92 * s, transportBottom + 4 * s, mainRight - 54 * s, transportBottom + 28 * s]),
    curvesLeft: Math.round(left + 92 * s),
    curvesRight: Math.round(mainRight - 54 * s),
    curvesBottom: Math.round(bottom - 26 * s),
    side: whole([right - 352 * s, top, right, bottom]),
    below: whole([0, 44 * s, width, height]),
  };
}

// Without the titles of the panel and its rim.
export const inTissue = ([left, top, right, bottom], scale = 1) =>
  [left + 3, top + Math.round(46 * scale), right - 3, bottom - 3];

export function pixels(png, [left, top, right, bottom], visit) {
  for (let y = top; y < bottom; ++y) {
    for (let x = left; x < right; ++x) {
      const i = 4 * (y * png.width + x);
      visit(png.data[i], png.data[i + 1], png.data[i + 2], x, y);
    }
  }
}

export function countPixels(png, box, test) {
  let count = 0;
  pixels(png, box, (r, g, b, x, y) => {
    if (test(r, g, b, x, y)) ++count;
  });
  return count;
}

export const area = ([left, top, right, bottom]) => (right - left) * (bottom - top);

const split = hex => [hex >> 16, (hex >> 8) & 255, hex & 255];

export const near = (hex, tolerance = 24) => {
  const [R, G, B] = split(hex);
  return (r, g, b) => Math.abs(r - R) + Math.abs(g - G) + Math.abs(b - B) <= tolerance;
};

function hueSaturationValue(r, g, b) {
  const most = Math.max(r, g, b), span = most - Math.min(r, g, b);
  let hue = 0;
  if (span > 0) {
    hue = most === r ? ((g - b) / span) % 6 : most === g ? (b - r) / span + 2 : (r - g) / span + 4;
  }
  return [(hue * 60 + 360) % 360, most ? span / most : 0, most / 255];
}

// Cells are drawn with a nucleus, a rim and less light where oxygen lacks: hue and saturation stay.
export const tinted = (hex, saturationOff = 0.12) => {
  const [hue, saturation, value] = hueSaturationValue(...split(hex));
  return (r, g, b) => {
    const [h, s, v] = hueSaturationValue(r, g, b);
    const off = Math.abs(h - hue);
    return Math.min(off, 360 - off) < 7 && Math.abs(s - saturation) < saturationOff && v > 0.6 * value && v < 1.1 * value;
  };
};

// As drawn in the tissue, by src/ui/theme.cpp. Effector and exhausted share a hue, and so do those
// in the node and in the blood: one entry.
export const cellColours = {
  lecture: {
    tumour: 0x7d7199, dying: 0x8a6f60, cd8: 0x4cc2ff, treg: 0xffb000, mdsc: 0xff7a33,
    m1Macrophage: 0x5fbf77, m2Macrophage: 0xef6aa8, nk: 0x2dd4bf, dendritic: 0xb8e986,
  },
  print: {
    tumour: 0x8d80ad, dying: 0xa98a78, cd8: 0x1896dc, treg: 0xe09a00, mdsc: 0xe8631c,
    m1Macrophage: 0x3d9c56, m2Macrophage: 0xd84f8f, nk: 0x12a594, dendritic: 0x7fb53a,
  },
};

// Lines in the plot.
export const curveColours = {
  cd8Effector: 0x4cc2ff, cd8Exhausted: 0x62a9d3, nk: 0x2dd4bf, dendritic: 0xb8e986,
  m1Macrophage: 0x6fcf88, treg: 0xffb000, mdsc: 0xff7a33, m2Macrophage: 0xf27bb3,
  irradiatedVolume: 0xcfc4ec,
};

export const colours = {
  ground: 0x0e1320, panel: 0x121928, text: 0xe9edf5, dim: 0x9aa7bf, accent: 0x2b66f6,
  radiation: 0xffe08a, warning: 0xffc46b, focus: 0xffffff,
};

// {kind: pixels of its colour} over boxes.
export function kindsIn(png, boxes, palette = cellColours.lecture) {
  const out = {};
  // On white, thin cells lose more of their saturation.
  const saturationOff = palette === cellColours.print ? 0.3 : 0.12;
  for (const [kind, hex] of Object.entries(palette)) {
    out[kind] = boxes.reduce((sum, box) => sum + countPixels(png, box, tinted(hex, saturationOff)), 0);
  }
  return out;
}

export const isLight = (r, g, b) => r + g + b > 330;

// Groups of neighbouring columns (or rows) of the box in which a pixel passes; gaps up to `gap`
// pixels do not part them. [[first, last], ...]
export function groups(png, box, test, {rows = false, gap = 0} = {}) {
  const hit = new Set();
  pixels(png, box, (r, g, b, x, y) => {
    if (test(r, g, b)) hit.add(rows ? y : x);
  });
  const found = [];
  for (const at of [...hit].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && at - last[1] <= gap + 1) last[1] = at;
    else found.push([at, at]);
  }
  return found;
}

// Horizontal runs of at least `length` pixels that pass, top to bottom: [{x, y, length}].
export function runs(png, box, test, length) {
  const found = [];
  let start = -1, row = -1;
  const end = x => {
    if (start >= 0 && x - start >= length) found.push({x: start, y: row, length: x - start});
    start = -1;
  };
  pixels(png, box, (r, g, b, x, y) => {
    if (y !== row) {
      end(box[2]);
      row = y;
    }
    if (test(r, g, b)) {
      if (start < 0) start = x;
    } else {
      end(x);
    }
  });
  end(box[2]);
  return found;
}

// Knobs of sliders, top to bottom: middles of white discs.
export function knobs(png, box) {
  const found = [];
  for (const run of runs(png, box, (r, g, b) => r > 225 && g > 225 && b > 225, 10)) {
    const x = run.x + run.length / 2;
    const known = found.find(k => Math.abs(k.x - x) < 4 && run.y - k.last <= 2);
    if (known) known.last = run.y;
    else found.push({x, first: run.y, last: run.y});
  }
  return found.filter(k => k.last - k.first >= 5).map(k => ({x: Math.round(k.x), y: Math.round((k.first + k.last) / 2)}));
}

// Share of the box's pixels that differ at all (or by more than `least`, summed over channels).
export function changed(a, b, box, least = 0) {
  assert.equal(a.width, b.width);
  assert.equal(a.height, b.height);
  let count = 0;
  pixels(a, box, (r, g, bl, x, y) => {
    const i = 4 * (y * a.width + x);
    if (Math.abs(r - b.data[i]) + Math.abs(g - b.data[i + 1]) + Math.abs(bl - b.data[i + 2]) > least) ++count;
  });
  return count / area(box);
}

// Presses S: the lab puts its link into the address bar. Then takes the message away again.
export async function shareLink(page) {
  await page.focus('#canvas');
  await page.keyboard.press('s');
  await page.waitForFunction(() => location.hash.length > 1);
  return page.url();
}

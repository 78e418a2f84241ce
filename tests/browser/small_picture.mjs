// Pictures that are kept in the repository, small: reduced by a whole number, in a palette of their
// own. pngjs reads such files, but writes none.
import {deflateSync} from 'node:zlib';
import {PNG} from 'pngjs';

// The mean of every factor × factor pixels.
export function reduced(png, factor) {
  const width = Math.floor(png.width / factor), height = Math.floor(png.height / factor);
  const out = new PNG({width, height});
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      const sum = [0, 0, 0];
      for (let dy = 0; dy < factor; ++dy) {
        for (let dx = 0; dx < factor; ++dx) {
          const i = 4 * ((y * factor + dy) * png.width + x * factor + dx);
          for (let c = 0; c < 3; ++c) sum[c] += png.data[i + c];
        }
      }
      const o = 4 * (y * width + x);
      for (let c = 0; c < 3; ++c) out.data[o + c] = Math.round(sum[c] / (factor * factor));
      out.data[o + 3] = 255;
    }
  }
  return out;
}

// Median cut: the box of colours with the widest spread, weighted by its pixels, is parted in two
// until there are enough. Returns the palette and the number of each pixel's colour.
function quantised(png, colours) {
  const counts = new Map();
  const key = i => ((png.data[i] >> 2) << 12) | ((png.data[i + 1] >> 2) << 6) | (png.data[i + 2] >> 2);
  for (let i = 0; i < png.data.length; i += 4) counts.set(key(i), (counts.get(key(i)) || 0) + 1);
  const channels = k => [(k >> 12) * 4 + 2, ((k >> 6) & 63) * 4 + 2, (k & 63) * 4 + 2];
  const make = list => {
    const low = [255, 255, 255], high = [0, 0, 0];
    let pixels = 0;
    for (const [rgb, count] of list) {
      pixels += count;
      rgb.forEach((v, c) => { low[c] = Math.min(low[c], v); high[c] = Math.max(high[c], v); });
    }
    const spread = high.map((v, c) => v - low[c]);
    const axis = spread.indexOf(Math.max(...spread));
    return {list, axis, pixels, score: list.length < 2 ? 0 : spread[axis] * pixels ** 0.2};
  };
  const boxes = [make([...counts].map(([k, count]) => [channels(k), count]))];
  while (boxes.length < colours) {
    const widest = boxes.reduce((best, box) => (box.score > best.score ? box : best));
    if (widest.score === 0) break;
    widest.list.sort((a, b) => a[0][widest.axis] - b[0][widest.axis]);
    let half = 0, at = 0;
    while (at < widest.list.length - 1 && (half += widest.list[at][1]) < widest.pixels / 2) ++at;
    at = Math.max(1, at);
    boxes.splice(boxes.indexOf(widest), 1, make(widest.list.slice(0, at)), make(widest.list.slice(at)));
  }
  const palette = boxes.map(box => [0, 1, 2].map(c =>
    Math.round(box.list.reduce((sum, [rgb, count]) => sum + rgb[c] * count, 0) / box.pixels)));
  const number = new Map();
  boxes.forEach((box, i) => box.list.forEach(([rgb]) => number.set(rgb.join(), i)));
  const of = new Map([...counts.keys()].map(k => [k, number.get(channels(k).join())]));
  const indices = new Uint8Array(png.width * png.height);
  for (let i = 0; i < indices.length; ++i) indices[i] = of.get(key(4 * i));
  return {palette, indices};
}

const table = Array.from({length: 256}, (_, n) => {
  for (let k = 0; k < 8; ++k) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
  const out = Buffer.alloc(8 + body.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4 + body.length);
  return out;
}

// 32 colours.
export function smallPng(png) {
  const {palette, indices} = quantised(png, 32);
  const rows = Buffer.alloc(png.height * (1 + png.width));
  for (let y = 0; y < png.height; ++y) {
    rows.set(indices.subarray(y * png.width, (y + 1) * png.width), y * (1 + png.width) + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(png.width, 0);
  head.writeUInt32BE(png.height, 4);
  head[8] = 8;  // bits
  head[9] = 3;  // palette
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())), chunk('IDAT', deflateSync(rows, {level: 9})), chunk('IEND', Buffer.alloc(0))]);
}

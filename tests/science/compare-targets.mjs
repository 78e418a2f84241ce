// Compares two files of abscope_dump, say a native and a wasm one, in every number:
//   node tests/science/compare-targets.mjs NATIVE WASM [allowed, 1e-8]
// The norm is |difference| / (1e-3 + |value|).
import { readFileSync } from 'node:fs';

function blocksOf(path) {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, 8) !== 'ABSCOPE1') throw new Error(`${path}: not a dump`);
  const blocks = [];
  let at = 8;
  const count = () => {
    const number = bytes.readUInt32LE(at);
    at += 4;
    return number;
  };
  while (at < bytes.length) {
    const length = count();
    const name = bytes.toString('utf8', at, at + length);
    at += length;
    const rows = count();
    const columns = count();
    const size = 8 * rows * columns;
    const numbers = new Float64Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + size));
    at += size;
    blocks.push({ name, rows, columns, numbers });
  }
  return blocks;
}

const [, , firstPath, secondPath, allowedText = '1e-8'] = process.argv;
if (!secondPath) {
  console.error('node compare-targets.mjs NATIVE WASM [allowed]');
  process.exit(2);
}
const allowed = Number(allowedText);
const first = blocksOf(firstPath);
const second = blocksOf(secondPath);
let failures = 0;
let worst = { error: -1, where: '' };
let compared = 0;
if (first.length !== second.length || first.length === 0) {
  console.error(`${first.length} blocks against ${second.length}`);
  failures += 1;
}
for (let b = 0; b < Math.min(first.length, second.length); b += 1) {
  const one = first[b];
  const other = second[b];
  if (one.name !== other.name || one.numbers.length !== other.numbers.length) {
    console.error(`block ${b}: ${one.name} against ${other.name}`);
    failures += 1;
    continue;
  }
  let here = { error: -1, where: '' };
  for (let i = 0; i < one.numbers.length; i += 1) {
    const a = one.numbers[i];
    const error = Math.abs(other.numbers[i] - a) / (1e-3 + Math.abs(a));
    compared += 1;
    if (!(error <= here.error)) {
      here = {
        error: Number.isNaN(error) ? Infinity : error,
        where: `${one.name}, day ${Math.floor(i / one.columns)}, number ${i % one.columns}: ${a} against ${other.numbers[i]}`,
      };
    }
  }
  if (here.error > allowed) {
    console.error(`${here.error.toExponential(2)}  ${here.where}`);
    failures += 1;
  }
  if (here.error > worst.error) worst = here;
}
console.log(
  `${first.length / 2} arms, ${compared} numbers, largest difference ${worst.error.toExponential(2)} (${worst.where})`,
);
if (failures > 0) {
  console.error(`${failures} blocks differ by more than ${allowed}`);
  process.exit(1);
}

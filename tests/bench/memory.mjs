// Memory while the lab is used: cases, edits, undo, stages, lectures, comparison, sweeps, exports, by script.
//   node tests/bench/memory.mjs [MINUTES]        after ./build-wasm.sh; 30 minutes unless told
// Each minute: the wasm's memory, the heap of JavaScript after a collection, the nodes of the page. Budget: 128 MB
// of both together, and no growth in the last two thirds of the time.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {dist, launch, root, serve} from '../browser/lab.mjs';
import {memoryOf, openUsed, use} from './use.mjs';

const kBudgetMb = 128;
const kNoGrowthMb = 1;  // what a heap of JavaScript wanders
const minutes = Number(process.argv[2] || 30);
const names = folder => readdirSync(join(root, 'assets', folder)).map(name => name.replace(/\.json$/, '')).sort();
const cases = names('cases'), scripts = names('scripts');

const server = await serve(dist);
const browser = await launch();
const lab = await openUsed(browser, `http://127.0.0.1:${server.port}/`);
const start = Date.now();
const rows = [];
let uses = 0, acts = 0;
const note = async () => {
  const row = {minute: (Date.now() - start) / 60000, uses, ...await memoryOf(lab)};
  rows.push(row);
  console.log(`${row.minute.toFixed(1).padStart(6)} min ${String(uses).padStart(6)} uses ` +
      `${row.wasm.toFixed(1).padStart(7)} MB wasm ${row.heap.toFixed(2).padStart(7)} MB JavaScript ` +
      `${String(row.nodes).padStart(6)} nodes`);
};
await note();
while (Date.now() - start < minutes * 60000) {
  acts += await use(lab, uses++, cases, scripts);
  if (Date.now() - start >= rows.length * 60000) await note();
}
await note();
const saved = await lab.page.evaluate(() => globalThis.saved || 0);
await browser.close();
server.close();

const late = rows.filter(row => row.minute >= minutes / 3);
const most = Math.max(...rows.map(row => row.wasm + row.heap));
const half = Math.ceil(late.length / 2);
const highest = (list, key) => Math.max(...list.map(row => row[key]));
const growth = key => highest(late.slice(half), key) - highest(late.slice(0, half), key);
console.log(`${acts} controls used, ${saved} files saved; most at once ${most.toFixed(1)} MB, budget ${kBudgetMb} MB`);
console.log(`in the last two thirds: wasm ${growth('wasm').toFixed(1)} MB, JavaScript ${growth('heap').toFixed(2)} MB more`);
if (lab.errors.length) console.log(lab.errors.slice(0, 5).join('\n'));
process.exit(most <= kBudgetMb && growth('wasm') <= 0 && growth('heap') <= kNoGrowthMb && !lab.errors.length ? 0 : 1);

// From navigation to the first full frame, against a bare SDL2 + ImGui window built the same way.
// Both are opened in turn in fresh pages of one browser, so that load on the machine hits both.
//   node tests/bench/startup.mjs [ROUNDS]        after ./build-wasm.sh --with-bare
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {dist, launch, newPage, root, serve, waitReady} from '../browser/lab.mjs';

const kBudget = 1.5;
const rounds = Number(process.argv[2] || 11);
const bareFolder = process.env.ABSCOPE_BARE || join(root, '.cache/dist-bare');
if (!existsSync(join(bareFolder, 'index.html'))) {
  console.error('no bare window: run ./build-wasm.sh --with-bare');
  process.exit(2);
}

const servers = {lab: await serve(dist), bare: await serve(bareFolder)};
const browser = await launch();
const times = {lab: [], bare: []};

async function measure(name) {
  const {page, close} = await newPage(browser);
  await page.goto(`http://127.0.0.1:${servers[name].port}/`);
  await waitReady(page);
  const ms = await page.evaluate(() => performance.getEntriesByName('abscope-first-frame')[0].startTime);
  await close();
  return ms;
}

for (let round = -1; round < rounds; ++round) {
  // Each goes first in turn; round -1 warms the browser up.
  for (const name of round % 2 ? ['lab', 'bare'] : ['bare', 'lab']) {
    const ms = await measure(name);
    if (round >= 0) times[name].push(ms);
  }
}
await browser.close();
Object.values(servers).forEach(server => server.close());

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const line = name => {
  const list = times[name];
  console.log(`${name.padEnd(5)} first full frame: median ${median(list).toFixed(0)} ms ` +
      `(${Math.min(...list).toFixed(0)} to ${Math.max(...list).toFixed(0)}, ${list.length} starts)`);
};
line('lab');
line('bare');
const ratio = median(times.lab) / median(times.bare);
console.log(`ratio ${ratio.toFixed(2)}, budget ${kBudget}`);
process.exit(ratio <= kBudget ? 0 : 1);

// The lab as it is used, by the twins of its controls and by its address: for the benches of edits and of memory.
import {newPage, passFrames, waitReady} from '../browser/lab.mjs';

// Notes the program's memory, which is an export of its wasm.
const watchMemory = () => {
  const keep = result => {
    for (const one of Object.values((result.instance || result).exports)) {
      if (one instanceof WebAssembly.Memory) globalThis.wasmMemory = one;
    }
    return result;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...args) => original.apply(WebAssembly, args).then(keep);
  }
};

// {page, session, errors, close}: the lab, with its memory and its ticks of processor time to be read.
export async function openUsed(browser, address, options = {}) {
  const lab = await newPage(browser, options);
  await lab.page.addInitScript(watchMemory);
  await lab.page.addInitScript(() => {
    // What is saved is made, and thrown away.
    HTMLAnchorElement.prototype.click = function() { globalThis.saved = (globalThis.saved || 0) + 1; };
  });
  await lab.page.goto(address);
  await waitReady(lab.page, 120000);
  lab.session = await lab.page.context().newCDPSession(lab.page);
  await lab.session.send('Performance.enable', {timeDomain: 'threadTicks'});
  await lab.page.waitForSelector('#abscope-mirror [data-control="play"]', {state: 'attached', timeout: 60000});
  return lab;
}

// In MB: the wasm's memory, the heap of JavaScript after a collection; and how many nodes the page has.
export async function memoryOf({page, session}) {
  await session.send('HeapProfiler.collectGarbage');
  const metrics = (await session.send('Performance.getMetrics')).metrics;
  const metric = name => metrics.find(m => m.name === name).value;
  const wasm = await page.evaluate(() => globalThis.wasmMemory.buffer.byteLength);
  return {wasm: wasm / 2 ** 20, heap: metric('JSHeapUsedSize') / 2 ** 20, nodes: metric('Nodes')};
}

// One thing a user does. `at` is its number; everything is a function of it, so that two runs do the same.
export async function use({page}, at, cases, scripts) {
  const go = to => page.evaluate(hash => location.hash = hash, to);
  // Sets a range, chooses of a list, or presses: true where the control is on the screen.
  const act = (control, value) => page.evaluate(([name, to]) => {
    const nodes = document.querySelectorAll(`#abscope-mirror [data-control="${name}"]`);
    const node = nodes[Math.floor(Math.abs(to ?? 0) * 7919) % nodes.length];
    if (!node) return false;
    if (node.type === 'range') {
      node.value = Number(node.min) + (to ?? 0.5) * (Number(node.max) - Number(node.min));
      node.dispatchEvent(new Event('input', {bubbles: true}));
      node.dispatchEvent(new Event('change', {bubbles: true}));
    } else if (node.tagName === 'SELECT') {
      node.selectedIndex = Math.floor((to ?? 0) * node.options.length);
      node.dispatchEvent(new Event('change', {bubbles: true}));
    } else {
      node.click();
    }
    return true;
  }, [control, value]);
  const share = k => ((at * 0.6180339887 + k * 0.7548776662) % 1);
  const name = cases[at % cases.length];
  await go(`#case=${name}&stage=${at % 3}&theme=${at % 4}&day=${Math.floor(share(0) * 30)}`);
  await passFrames(page, 3);
  let done = 0;
  const did = async (...what) => {
    if (await act(...what)) ++done;
    await passFrames(page, 2);
  };
  await did('pin');
  for (let i = 0; i < 4; ++i) {
    await did('rtDose', share(i));
    await did('rtFractions', share(i + 4) * 0.4);
    await did('drugStart', share(i + 8) * 0.5);
  }
  await did('addDrug');
  await did('addRadiation');
  for (let i = 0; i < 6; ++i) await did('undo');
  for (let i = 0; i < 3; ++i) await did('redo');
  await did('matchBed');
  await did('sweepControl', share(3));
  await did('play');
  await passFrames(page, 10);
  await did('play');
  await did('mapFilter', share(5));
  await did('showKind', share(6));
  await did(['exportPng', 'exportSvg', 'exportCsv'][at % 3]);
  await did('menu');
  await did(['exportPng', 'exportSvg', 'exportCsv', 'showQr'][at % 4]);
  await did('closeOverlay');
  if (at % 5 === 0) {
    await go(`#panel=${1 + (at / 5) % 3}&evidenceShow=${(at / 5) % 6}`);
    await passFrames(page, 30);
    await did('closeOverlay');
  }
  if (at % 7 === 0) {
    await go(`#script=${scripts[(at / 7) % scripts.length]}`);
    await passFrames(page, 5);
    for (let i = 0; i < 5; ++i) await did('nextBeat');
    await page.keyboard.press('Escape');
  }
  await did('unpin');
  return done;
}

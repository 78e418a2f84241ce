// The program as a script calls it: its builds, native and in wasm, that ABSCOPE_NATIVE and ABSCOPE_WASM name
// (tests/run-all.sh sets them), and a call.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';

// Emscripten 3.1.6 trips over node's own fetch; the flag is gone in node 24.
const major = Number(process.versions.node.split('.')[0]);
const nodeFlags = major >= 18 && major < 24 ? ['--no-experimental-fetch'] : [];
// [name, command]
export const builds = Object.entries({
  native: process.env.ABSCOPE_NATIVE && [process.env.ABSCOPE_NATIVE],
  wasm: process.env.ABSCOPE_WASM && [process.execPath, ...nodeFlags, process.env.ABSCOPE_WASM],
}).filter(([, command]) => command);
assert.ok(builds.length > 0, 'set ABSCOPE_NATIVE or ABSCOPE_WASM to a build of the program');

export function run([program, ...first], args, {input = '', cwd} = {}) {
  const result = spawnSync(program, [...first, ...args], {input, encoding: 'utf8', maxBuffer: 1 << 28, cwd});
  assert.ifError(result.error);
  return {code: result.status, out: result.stdout, err: result.stderr};
}

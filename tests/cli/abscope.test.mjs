// The program as scripts use it, native and in wasm: exit codes, streams, files, and the same numbers
// on both targets.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {builds, run as runProgram} from './program.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = mkdtempSync(join(tmpdir(), 'abscope-cli-'));
after(() => rmSync(folder, {recursive: true}));

const run = (command, args, input) => runProgram(command, args, {input, cwd: folder});

for (const [name, command] of builds) {
  describe(name, () => {
    test('a scenario from a file, from the standard input and into a file give the same', () => {
      const shown = JSON.parse(run(command, ['run', '--case', 'dewan-2009', '--every', '45']).out);
      const path = join(folder, `${name}.json`);
      writeFileSync(path, JSON.stringify(shown.scenario));
      const fromFile = run(command, ['run', path]);
      assert.equal(fromFile.code, 0);
      assert.equal(fromFile.err, '');
      assert.equal(run(command, ['run', '-'], readFileSync(path, 'utf8')).out, fromFile.out);
      const target = join(folder, `${name}-out.json`);
      const intoFile = run(command, ['run', path, '--output', target]);
      assert.equal(intoFile.code, 0);
      assert.equal(intoFile.out, '');
      assert.equal(readFileSync(target, 'utf8'), fromFile.out);
    });

    test('the same input gives the same bytes', () => {
      const args = ['run', '--case', 'klug-2013', '--fluxes'];
      assert.equal(run(command, args).out, run(command, args).out);
    });

    test('exit codes', () => {
      assert.equal(run(command, ['help']).code, 0);
      const bad = run(command, ['run', '-'], '{"format": "abscope-scenario/1"}');
      assert.equal(bad.code, 2);
      assert.equal(bad.out, '');
      assert.match(bad.err, /^abscope: standard input: \$\.patient: is missing/);
      assert.equal(run(command, ['run', 'no-such-file.json']).code, 2);
      assert.equal(run(command, ['frobnicate']).code, 2);
      assert.equal(run(command, []).code, 2);
      const unwritable = run(command, ['schema', '--output', join(folder, 'no', 'such', 'folder.json')]);
      assert.equal(unwritable.code, 1);
      assert.match(unwritable.err, /cannot write/);
    });

    test('a folder, a binary and an empty file are refused without a crash', () => {
      assert.equal(run(command, ['run', folder]).code, 2);
      const noise = join(folder, `${name}.bin`);
      writeFileSync(noise, Buffer.from(Array.from({length: 4096}, (_, i) => (i * 7919) % 256)));
      assert.equal(run(command, ['run', noise]).code, 2);
      writeFileSync(noise, '');
      const empty = run(command, ['run', noise]);
      assert.equal(empty.code, 2);
      assert.match(empty.err, /line 1, column 1/);
    });

    test('the committed schemas are those that are printed', () => {
      for (const kind of ['scenario', 'case', 'population']) {
        assert.equal(run(command, ['schema', kind]).out,
            readFileSync(join(root, `assets/schema/${kind}.schema.json`), 'utf8'), kind);
      }
    });

    test('parts of a cohort, run apart, hold the patients of the whole', () => {
      const cohort = (first, n) => {
        const result = run(command, ['cohort', '--case', 'savage-2020', '--first', first, '--n', n,
          '--format', 'json', '--patients']);
        assert.equal(result.code, 0, result.err);
        return JSON.parse(result.out).outcomes;
      };
      const [whole, start, rest] = [cohort(0, 5), cohort(0, 3), cohort(3, 2)];
      assert.ok(Object.keys(whole).length >= 2);
      for (const arm of Object.keys(whole)) assert.deepEqual([...start[arm], ...rest[arm]], whole[arm]);
    });

    test('the tool that tunes the human population reads what a cohort prints', {skip: name !== 'native'}, () => {
      const result = spawnSync('python3', [join(root, 'tests/calibration/population_fit.py'),
        command[0], '--n', '20', '--rounds', '1'], {encoding: 'utf8'});
      assert.equal(result.status, 0, result.stderr);
      assert.match(result.stdout, /^round 1: .*primingStrength cv/m);
      assert.match(result.stdout, /^pembrolizumab +\d+\.\d % /m);
    });

    test('the examples of docs/cli.md run as written', () => {
      const text = readFileSync(join(root, 'docs/cli.md'), 'utf8');
      const scenario = text.match(/```json\n([\s\S]*?)```/)[1];
      writeFileSync(join(folder, 'salvage.json'), scenario);
      const lines = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block.split('\n'))
          .filter(line => line.startsWith('abscope ') && !line.includes('|'));
      assert.ok(lines.length >= 8);
      for (const line of lines) {
        const [code, words] = [line.endsWith('# exit code 2') ? 2 : 0, line.replace(/#.*/, '').trim().split(/\s+/)];
        const result = run(command, words.slice(1));
        assert.equal(result.code, code, `${line}\n${result.err}`);
      }
    });
  });
}

test('native and wasm agree to 1e-8 in every arm of every case', {skip: builds.length < 2}, () => {
  const [native, wasm] = builds.map(([, command]) => command);
  const cases = JSON.parse(run(native, ['cases', '--format', 'json']).out);
  let worst = 0;
  for (const item of cases) {
    for (const arm of item.arms) {
      const args = ['run', '--case', item.id, '--arm', arm.id, '--format', 'csv', '--every', '5', '--fluxes'];
      const [a, b] = [native, wasm].map(command => run(command, args).out.trim().split('\n').map(row => row.split(',')));
      assert.deepEqual(a[0], b[0]);
      assert.equal(a.length, b.length);
      for (let i = 1; i < a.length; ++i) {
        for (let j = 0; j < a[i].length; ++j) {
          const [x, y] = [Number(a[i][j]), Number(b[i][j])];
          const error = Math.abs(x - y) / (1e-3 + Math.abs(x));
          assert.ok(error <= 1e-8, `${item.id} ${arm.id} day ${a[i][0]} ${a[0][j]}: ${x} and ${y}`);
          worst = Math.max(worst, error);
        }
      }
    }
  }
  console.log(`largest difference ${worst.toExponential(1)} over ${cases.length} cases`);
});

test('native and wasm draw the same patients and come to the same', {skip: builds.length < 2}, () => {
  for (const id of ['theelen-2021', 'dewan-2009']) {
    const args = ['cohort', '--case', id, '--n', '12', '--format', 'json', '--patients'];
    const [a, b] = builds.map(([, command]) => JSON.parse(run(command, args).out));
    const compare = (x, y, place) => {
      if (typeof x === 'number') {
        assert.ok(Math.abs(x - y) <= 1e-6 * (1 + Math.abs(x)), `${id} ${place}: ${x} and ${y}`);
      } else if (x !== null && typeof x === 'object') {
        assert.deepEqual(Object.keys(x), Object.keys(y), place);
        for (const key of Object.keys(x)) compare(x[key], y[key], `${place}.${key}`);
      } else {
        assert.equal(x, y, place);
      }
    };
    compare(a.outcomes, b.outcomes, 'outcomes');
    compare(a.endpoints, b.endpoints, 'endpoints');
  }
});

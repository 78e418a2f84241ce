// Bad inputs generated from the JSON Schemas that the program prints: every field wrong in every way that its
// rule allows. Each ends with exit code 2 and a message that names the place and what is allowed there.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import {badInputs, complaint} from './bad_inputs.mjs';
import {builds, run} from './program.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const json = path => JSON.parse(readFileSync(join(root, path), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'abscope-bad-'));
after(() => rmSync(folder, {recursive: true}));

const ensemble = json('assets/ensemble/mouse.json');
// What a scenario holds is gone through once, not again in each kind of file that holds scenarios.
const scenario = ['patient', 'plan'];
const kinds = {
  scenario: {good: json('tests/cli/bad_scenarios.json').base, known: [], fewest: 1000},
  case: {good: json('assets/cases/theelen-2021.json'), known: scenario, fewest: 100},
  population: {good: json('assets/population/human-nsclc.json'), known: [], fewest: 60},
  mechanisms: {good: json('assets/catalogue/mechanisms.json'), known: scenario, fewest: 100},
  ensemble: {good: {...ensemble, sets: ensemble.sets.slice(0, 1)}, known: [], fewest: 60},
};
const atOnce = 200;  // files to one call

// The messages of each file: [{place, text}].
function readMessages(err) {
  const messages = new Map();
  for (const line of err.trim().split('\n')) {
    const [, file, place, text] = line.match(/^abscope: (.*?\.json): (\$.*?): (.*)$/) || [];
    if (!file) continue;
    if (!messages.has(file)) messages.set(file, []);
    messages.get(file).push({place, text});
  }
  return messages;
}

for (const [name, command] of builds) {
  describe(name, () => {
    for (const [kind, {good, known, fewest}] of Object.entries(kinds)) {
      const schema = JSON.parse(run(command, ['schema', kind]).out);
      const bad = badInputs(schema, good, known);
      const fileOf = i => join(folder, `${kind}-${i}.json`);

      test(`${kind}: each of ${bad.length} bad inputs is refused with place and range`, () => {
        assert.ok(bad.length >= fewest, `only ${bad.length}`);
        bad.forEach(({document}, i) => writeFileSync(fileOf(i), JSON.stringify(document)));
        const complaints = [];
        for (let first = 0; first < bad.length; first += atOnce) {
          const files = bad.slice(first, first + atOnce).map((_, i) => fileOf(first + i));
          const checked = run(command, ['check', ...files]);
          assert.equal(checked.code, 2);
          assert.equal(checked.out, '');
          const messages = readMessages(checked.err);
          files.forEach((file, i) => {
            const why = complaint(bad[first + i], messages.get(file) || []);
            if (why) complaints.push(`${bad[first + i].name}: ${why}`);
          });
        }
        assert.equal(complaints.length, 0, `${complaints.length}, such as\n${complaints.slice(0, 12).join('\n')}`);
      });

      test(`${kind}: the document that they are made from is good`, () => {
        writeFileSync(fileOf('good'), JSON.stringify(good));
        assert.deepEqual(run(command, ['check', fileOf('good')]).err, '');
      });

      test(`${kind}: the schema refuses them too`, () => {
        const valid = new Ajv2020({strict: true, strictTypes: false}).compile(schema);
        assert.ok(valid(good));
        assert.deepEqual(bad.filter(({document}) => valid(document)).map(entry => entry.name), []);
      });
    }

    test('run refuses a scenario with the words of check', () => {
      const bad = badInputs(JSON.parse(run(command, ['schema']).out), kinds.scenario.good);
      const every = Math.floor(bad.length / 64);
      const some = bad.filter((_, i) => i % every === 0);
      assert.ok(some.length >= 60);
      some.forEach(({document, ...entry}, i) => {
        const file = join(folder, `run-${i}.json`);
        writeFileSync(file, JSON.stringify(document));
        const refused = run(command, ['run', file]);
        assert.equal(refused.code, 2, entry.name);
        assert.equal(refused.out, '');
        assert.equal(complaint(entry, readMessages(refused.err).get(file) || []), '', entry.name);
      });
    });
  });
}

test('a message without place or range would be found', () => {
  const schema = {type: 'object', properties: {days: {type: 'number', minimum: 1, maximum: 9}}, required: ['days']};
  const bad = badInputs(schema, {days: 2});
  assert.deepEqual(bad.map(entry => entry.name), ['$ of the wrong type', '$ has an unknown field', '$.days is missing',
    '$.days of the wrong type', '$.days null', '$.days below its minimum', '$.days above its maximum']);
  const above = bad.at(-1);
  assert.equal(complaint(above, [{place: '$.days', text: '18 is out of range; allowed: 1 to 9 days'}]), '');
  assert.notEqual(complaint(above, [{place: '$.days', text: '18 is out of range'}]), '');
  assert.notEqual(complaint(above, [{place: '$', text: '18 is out of range; allowed: 1 to 9 days'}]), '');
  assert.notEqual(complaint(above, []), '');
});

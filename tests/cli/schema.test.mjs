// The JSON Schema that the program prints, held against an independent validator: it accepts every arm
// of every case, and refuses every bad scenario that a schema can tell.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const json = path => JSON.parse(readFileSync(join(root, path), 'utf8'));
const ajv = new Ajv2020({strict: true, allErrors: true, strictTypes: false});
const validScenario = ajv.compile(json('assets/schema/scenario.schema.json'));
const validCase = ajv.compile(json('assets/schema/case.schema.json'));
const validCatalogue = ajv.compile(json('assets/schema/mechanisms.schema.json'));
const populations = readdirSync(join(root, 'assets/population')).map(name => json(`assets/population/${name}`));
const validPopulation = ajv.compile(json('assets/schema/population.schema.json'));
const ensembles = readdirSync(join(root, 'assets/ensemble')).map(name => json(`assets/ensemble/${name}`));
const validEnsemble = ajv.compile(json('assets/schema/ensemble.schema.json'));
const cases = readdirSync(join(root, 'assets/cases')).map(name => json(`assets/cases/${name}`));

// RFC 7396
function merged(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const result = target !== null && typeof target === 'object' && !Array.isArray(target) ? {...target} : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}

test('every case is valid, and so is each of its arms as a scenario of its own', () => {
  assert.ok(cases.length >= 13);
  for (const item of cases) {
    assert.ok(validCase(item), `${item.id}: ${ajv.errorsText(validCase.errors)}`);
    for (const arm of item.arms) {
      const scenario = {format: 'abscope-scenario/1', ...arm};
      assert.ok(validScenario(scenario), `${item.id} ${arm.id}: ${ajv.errorsText(validScenario.errors)}`);
    }
  }
});

test('every population is valid, and the schema refuses what is no distribution', () => {
  assert.ok(populations.length >= 2);
  for (const item of populations) {
    assert.ok(validPopulation(item), `${item.id}: ${ajv.errorsText(validPopulation.errors)}`);
    for (const distribution of [{lognormal: {median: 1}}, {gamma: {shape: 2}}, {}, 'lognormal',
      {lognormal: {median: 1, cv: 0.1}, normal: {mean: 1, sd: 1}}, {lognormal: {median: 1, cv: 4}}]) {
      const changed = structuredClone(item);
      changed.variations[0].distribution = distribution;
      assert.equal(validPopulation(changed), false, JSON.stringify(distribution));
    }
  }
});

test('the catalogue of mechanisms is valid, and a sign that is none is not', () => {
  const catalogue = json('assets/catalogue/mechanisms.json');
  assert.ok(validCatalogue(catalogue), ajv.errorsText(validCatalogue.errors));
  for (const arm of catalogue.arms) {
    const scenario = {format: 'abscope-scenario/1', ...arm};
    assert.ok(validScenario(scenario), `${arm.id}: ${ajv.errorsText(validScenario.errors)}`);
  }
  catalogue.mechanisms[0].sign = 'plus';
  delete catalogue.mechanisms[1].sentence;
  assert.ok(!validCatalogue(catalogue));
  const places = validCatalogue.errors.map(error => error.instancePath);
  assert.ok(places.includes('/mechanisms/0/sign') && places.includes('/mechanisms/1'), `${places}`);
});

test('every ensemble is valid, and a parameter out of its range is not', () => {
  assert.ok(ensembles.length >= 1);
  for (const item of ensembles) {
    assert.ok(validEnsemble(item), ajv.errorsText(validEnsemble.errors));
    item.sets[0].parameters.growthPerDay = 9;
    item.sets[0].parameters.growthPerDy = 0.1;
    delete item.sets[0].seed;
    assert.ok(!validEnsemble(item));
    const places = validEnsemble.errors.map(error => error.instancePath);
    for (const place of ['/sets/0', '/sets/0/parameters', '/sets/0/parameters/growthPerDay']) {
      assert.ok(places.includes(place), `${place} is not among ${places}`);
    }
  }
});

const {base, bad} = json('tests/cli/bad_scenarios.json');
test('the schema and the reader refuse the same scenarios', () => {
  assert.ok(validScenario(base), ajv.errorsText(validScenario.errors));
  assert.ok(bad.length >= 40);
  for (const entry of bad) {
    const valid = validScenario(merged(base, entry.merge));
    assert.equal(valid, !entry.schemaRefuses, `${entry.name}: ${ajv.errorsText(validScenario.errors)}`);
  }
  assert.ok(bad.filter(entry => !entry.schemaRefuses).length <= 9, 'what a schema cannot say is little');
});

test('the schema names the places of several mistakes at once', () => {
  const entry = bad.find(other => other.name === 'several mistakes at once');
  assert.equal(validScenario(merged(base, entry.merge)), false);
  const places = validScenario.errors.map(error => error.instancePath);
  for (const place of ['/patient/preset', '/plan/days', '/plan/drugs/0/drug']) {
    assert.ok(places.includes(place), `${place} is not among ${places}`);
  }
});

test('every field of the schema says what it is, with its unit', () => {
  const silent = [];
  const walk = (schema, path) => {
    for (const [name, value] of Object.entries(schema.properties || {})) {
      if (!value.description) silent.push(`${path}.${name}`);
      if (value.type === 'number' && !/share|genotype|ratio|factor/.test(value.description || '') &&
          !/\(.+\)/.test(value.description || '') && !/resistance/.test(path)) {
        silent.push(`${path}.${name} has no unit`);
      }
      walk(value, `${path}.${name}`);
      for (const variant of value.oneOf || []) walk(variant, `${path}.${name}`);
      if (value.items) walk(value.items, `${path}.${name}[]`);
    }
  };
  walk(json('assets/schema/scenario.schema.json'), '$');
  assert.deepEqual(silent, []);
});

// What `abscope export --sbml` writes, held against the course that `abscope run` gives: by a reader and
// simulator of SBML that knows no law of ours (sbml_model.mjs), and by libSBML's own check.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {builds, run} from './program.mjs';
import {SbmlModel} from './sbml_model.mjs';

const folder = mkdtempSync(join(tmpdir(), 'abscope-sbml-'));
after(() => rmSync(folder, {recursive: true}));

const [, command] = builds[0];
function abscope(...args) {
  const {code, out, err} = run(command, args, {cwd: folder});
  assert.equal(code, 0, err);
  return out;
}

const drugs = JSON.parse(abscope('drugs', '--format', 'json'));

// A subclone that arises, every kind of start, an item with weekends, two products at one hook, and a
// dose and a fraction at one moment.
const scenario = {
  format: 'abscope-scenario/1',
  id: 'all-starts',
  patient: {
    preset: 'mouse', irradiatedMm3: 80, distantMm3: 30,
    resistance: {ptenLoss: 0.5, trex1Excess: 0.2},
    subclone: {share: 0.01, mutationsPerDivision: 1e-4, resistance: {b2mLoss: 1, wntActive: 0.6}},
    parameters: {growthPerDay: {times: 1.1}},
  },
  plan: {
    radiation: [
      {id: 'rt', start: 3, doseGy: {irradiated: 8}, fractions: 4, intervalDays: 1, skipWeekends: true},
      {id: 'low', start: {after: 'rt', days: 1.5}, doseGy: {irradiated: 1, distant: 1}, fractions: 2, intervalDays: 2},
      {id: 'salvage', start: {on: 'progression', days: 2}, doseGy: {irradiated: 20}, fractions: 1},
    ],
    drugs: [
      {id: 'ctla-4', drug: 'antiCtla4', start: 3, doses: 3, intervalDays: 3},
      {id: '9h10', drug: 'ctla4Clone9h10', start: 4, doses: 2, intervalDays: 2},
      {id: 'tgf', drug: 'antiTgfBeta', start: 0, doses: 5, intervalDays: 1, amount: 0.7},
    ],
    days: 45,
  },
};
const allStarts = join(folder, 'all-starts.json');
writeFileSync(allStarts, JSON.stringify(scenario));

// Two products of chemotherapy, one of them again later, a fraction at the moment of a dose, and a
// subclone: every impulse of a dose.
const chemotherapy = {
  format: 'abscope-scenario/1',
  id: 'carboplatin-etoposide',
  patient: {
    preset: 'human', irradiatedMm3: 14000, distantMm3: 4200,
    subclone: {share: 0.05, resistance: {hifActive: 1}},
  },
  plan: {
    radiation: [{id: 'rt', start: 21, doseGy: {irradiated: 8}, fractions: 3, intervalDays: 2}],
    drugs: [
      {id: 'c', drug: 'carboplatin', start: 0, doses: 4, intervalDays: 21},
      {id: 'e', drug: 'etoposide', start: 0, doses: 3, intervalDays: 1, amount: 1.2},
      {id: 'e2', drug: 'etoposide', start: {after: 'e', days: 19}, doses: 3, intervalDays: 1},
      {id: 'pd-l1', drug: 'atezolizumab', start: 0, doses: 4, intervalDays: 21},
    ],
    days: 90,
  },
};
const chemotherapyFile = join(folder, 'chemotherapy.json');
writeFileSync(chemotherapyFile, JSON.stringify(chemotherapy));

const ofCase = (id, arm) => ['--case', id, '--arm', arm];
const subjects = {
  'every kind of start, and a subclone': [allStarts],
  'a dose and a fraction at one moment': ofCase('dewan-2009', '8x3-anti-ctla-4'),
  'a start on progression, in humans': ofCase('patel-2021-low-dose', 'high-low'),
  'T cells into the blood': ofCase('reits-2006', '8x1-t-cells'),
  'two antibodies, and a cure': ofCase('herrera-2022', '1x4-ici'),
  chemotherapy: [chemotherapyFile],
};

// Columns of `run`: [place, name, value] of each day.
function readCourse(input) {
  const [head, ...rows] = abscope('run', ...input, '--format', 'csv', '--fluxes').trim().split('\n')
      .map(row => row.split(','));
  return rows.map(row => ({
    day: Number(row[0]),
    values: new Map(head.map((name, i) => [name, Number(row[i])])),
  }));
}

function worstRate(model, course) {
  // The laws know the level at a hook only: it may stand for one of its products.
  const levelOf = new Map(drugs.filter(drug => model.index.has(`level_${drug.id}`)).map(drug => [drug.hook, drug]));
  let worst = {error: 0};
  let compared = 0;
  for (const {day, values} of course) {
    const v = model.values();
    for (const id of model.species) model.set(v, id, values.get(id.replace('_', '.')));
    for (const [hook, {id, potency}] of levelOf) {
      model.set(v, `level_${id}`, values.get(`drugs.${hook}`) / potency);
    }
    model.settle(v, day);
    for (const id of model.reactions) {
      const expected = values.get(`rates.${id.replace('_', '.')}`);
      const error = Math.abs(model.get(v, id) - expected) / (1e-12 + Math.abs(expected));
      if (!(error <= worst.error)) worst = {error, day, id, expected, found: model.get(v, id)};
      ++compared;
    }
  }
  assert.ok(compared > 10000, 'hardly anything was compared');
  return worst;
}

for (const [name, input] of Object.entries(subjects)) {
  describe(name, () => {
    const sbml = abscope('export', '--sbml', ...input);
    const model = new SbmlModel(sbml);
    const course = readCourse(input);

    test('every flux has a reaction or happens at events', () => {
      const rates = [...course[0].values.keys()].filter(column => column.startsWith('rates.'));
      const ids = new Set(model.reactions);
      for (const column of rates) {
        if (ids.has(column.slice(6).replace('.', '_'))) continue;
        assert.ok(course.every(({values}) => values.get(column) === 0), `${column} has no reaction`);
      }
      assert.ok(model.reactions.length > 200);
    });

    test('the right-hand sides are those of the program, to 1e-9', () => {
      const worst = worstRate(model, course);
      assert.ok(worst.error <= 1e-9, JSON.stringify(worst));
    });

    test('simulated, it gives the course, to 2e-6', () => {
      const days = model.simulate(course.map(({day}) => day));
      let worst = {error: 0};
      course.forEach(({day, values}, i) => {
        for (const id of [...model.species, 'irradiated_volume', 'distant_volume']) {
          const [expected, found] = [values.get(id.replace('_', '.')), model.get(days[i], id)];
          const error = Math.abs(found - expected) / (1e-3 + Math.abs(expected));
          if (!(error <= worst.error)) worst = {error, day, id, expected, found};
        }
      });
      assert.ok(worst.error <= 2e-6, JSON.stringify(worst));
    });
  });
}

test('the subjects hold what they are there for', () => {
  const kinds = Object.values(subjects).map(input => JSON.parse(abscope('run', ...input, '--every', '60')).events);
  assert.ok(kinds.some(events => events.some(event => event.kind === 'cure')), 'no cure');
  const fractions = kinds[0].filter(event => event.kind === 'fraction').map(event => event.item);
  assert.deepEqual(new Set(fractions), new Set(['rt', 'low', 'salvage']));
});

test('a dose of chemotherapy moves what it moves in the course', () => {
  const input = subjects.chemotherapy;
  const totals = readCourse(input).at(-1).values;
  const names = ['irradiated.chemotherapyKill', 'distant.chemotherapyKillResistant', 'irradiated.icdByChemotherapy',
    'distant.cd8ChemotherapyDeath', 'irradiated.tregChemotherapyDeath', 'body.primingChemotherapyDeath2',
    'body.bloodEffectorChemotherapyDeath', 'body.lymphocyteChemotherapyDeath'];
  for (const name of names) assert.ok(totals.get(`totals.${name}`) > 0, name);
  const sbml = abscope('export', '--sbml', ...input);
  for (const name of names) {
    for (const item of [1, 2, 3]) assert.match(sbml, new RegExp(`id="drug${item}_${name.replace('.', '_')}"`));
  }
  // Halved in the file, the kill shows: the comparison above can fail.
  const model = new SbmlModel(sbml.replace(/(id="chemoLogKill"[^>]*value=")[^"]*"/, '$10.2"'));
  const viable = readCourse(input).at(-1).values.get('irradiated.viable');
  const [last] = model.simulate([90]);
  assert.ok(Math.abs(model.get(last, 'irradiated_viable') / viable - 1) > 0.05);
});

test('a law that is wrong by one sign is found', () => {
  const input = subjects['a dose and a fraction at one moment'];
  const sbml = abscope('export', '--sbml', ...input);
  const at = sbml.indexOf('<plus/>', sbml.indexOf('<reaction id="irradiated_cd8Kill"'));
  const model = new SbmlModel(`${sbml.slice(0, at)}<minus/>${sbml.slice(at + 7)}`);
  const worst = worstRate(model, readCourse(input));
  assert.ok(worst.error > 1e-6);
  assert.equal(worst.id, 'irradiated_cd8Kill');
});

// libSBML, the reference library: Debian's python3-sbml5.
const check = `
import libsbml, sys
document = libsbml.readSBMLFromString(sys.stdin.read())
document.checkConsistency()
for i in range(document.getNumErrors()):
    error = document.getError(i)
    if error.getSeverity() >= libsbml.LIBSBML_SEV_ERROR: print(error.getLine(), error.getMessage())
print(document.getLevel(), document.getVersion(), document.getModel() is not None)`;
const python = ['python3', '/usr/bin/python3'].find(name => spawnSync(name, ['-c', 'import libsbml']).status === 0);

describe('libSBML', {skip: !python && 'python3-sbml5 is not there'}, () => {
  const checked = sbml => spawnSync(python, ['-c', check], {input: sbml, encoding: 'utf8'}).stdout;

  for (const [name, input] of Object.entries(subjects)) {
    test(`finds no error: ${name}`, () => {
      assert.equal(checked(abscope('export', '--sbml', ...input)), '3 2 True\n');
    });
  }
  test('finds what is wrong', () => {
    const sbml = abscope('export', '--sbml', ...subjects['T cells into the blood']);
    assert.match(checked(sbml.replace('<ci>irradiated_killers</ci>', '<ci>nobody</ci>')), /nobody/);
  });
});

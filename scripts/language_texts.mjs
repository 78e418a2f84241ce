// The texts of the program and their translations, as files: assets/lang/en.json by key, and all else
// that reaches the screen by its English text (docs/languages.md).
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const json = path => JSON.parse(readFileSync(join(root, path), 'utf8'));
const list = folder => existsSync(join(root, folder)) ?
    readdirSync(join(root, folder)).filter(name => name.endsWith('.json')).sort().map(name => `${folder}/${name}`) : [];

export const languages = ['es', 'fr', 'de', 'zh-Hans'];
// Of these, which lack nothing: a test holds them to it.
export const complete = [];
export const hashOf = text => createHash('sha256').update(text).digest('hex').slice(0, 8);

// Paths of fields, "[]" for each element of a list. A field that the screen shows and that is
// missing here is found by the pseudo-language test.
const fields = [
  ['assets/scripts', ['title', 'aim', 'beats[].title', 'beats[].caption', 'beats[].outcome',
    'beats[].prediction.question', 'beats[].prediction.choices[]']],
  ['assets/lessons', ['title', 'question', 'aim', 'steps[].title', 'steps[].text', 'steps[].hint',
    'steps[].choices[]']],
  ['assets/cases', ['title', 'question', 'arms[].title']],
  ['assets/catalogue', ['mechanisms[].title', 'mechanisms[].sentence', 'mechanisms[].reason']],
  ['drugs', ['name', 'target', 'mouse.dose', 'human.dose', 'mouse.source', 'human.source', 'review']],
  ['quantities', ['unit']],
  ['assets/cases', ['readouts[].name', 'readouts[].expected', 'readouts[].proxy', 'cohorts[].name',
    'cohorts[].expected', 'cohorts[].proxy']],
  ['assets/cases', ['lesson', 'study.status', 'published[].readout', 'published[].result',
    'published[].unit', 'published[].source']],
  ['assets/cases', ['differences[].review', 'differences[].primary']],
  ['assets/catalogue', ['mechanisms[].ablation.readout', 'mechanisms[].ablation.arms']],
  ['tests/science/targets.json', ['targets[].readout', 'targets[].arms[]']],
];

function* valuesAt(value, path) {
  if (value === undefined || value === null) return;
  const [head, ...rest] = path;
  if (head === undefined) {
    if (typeof value === 'string' && value.trim()) yield value;
  } else if (head.endsWith('[]')) {
    for (const one of value[head.slice(0, -2)] ?? []) yield* valuesAt(one, rest);
  } else {
    yield* valuesAt(value[head], rest);
  }
}

// The rows of drugs.def: D(id, "name", hook, potency, "target", USE(...)|NOT_USED, ..., "review")
function drugs() {
  const text = readFileSync(join(root, 'src/model/drugs.def'), 'utf8').replace(/^\s*\/\/.*$/gm, '');
  const quoted = '"(?:[^"\\\\]|\\\\.)*"';
  const joined = text.replace(/"\s*\n\s*"/g, '');
  const use = `(?:USE\\([^"]*?(${quoted}),\\s*(${quoted})\\)|NOT_USED)`;
  const row = new RegExp(`\\bD\\((\\w+),\\s*(${quoted}),[^"]*(${quoted}),\\s*${use},\\s*${use},\\s*(${quoted})\\)`, 'g');
  const found = [...joined.matchAll(row)].map(m => {
    const [name, target, mouseDose, mouseSource, humanDose, humanSource, review] =
        m.slice(2).map(one => one && JSON.parse(one));
    return {id: m[1], name, target, review, mouse: {dose: mouseDose, source: mouseSource},
      human: {dose: humanDose, source: humanSource}};
  });
  const rows = (text.match(/^D\(/gm) ?? []).length;
  if (found.length !== rows) throw new Error(`src/model/drugs.def: ${rows} rows, but ${found.length} could be read`);
  return found;
}

// The rows of quantity.h: Q(name, "unit", "meaning")
const quantities = () => [...readFileSync(join(root, 'src/model/quantity.h'), 'utf8')
    .matchAll(/^\s+Q\((\w+), ("[^"]*"),/gm)].map(m => ({id: m[1], unit: JSON.parse(m[2])}));

// English text -> where it stands first, in the order in which it is worth translating.
export function contentTexts() {
  const all = new Map();
  for (const [source, paths] of fields) {
    const files = source === 'drugs' ? drugs().map(drug => [`drugs.def ${drug.id}`, drug]) :
        source === 'quantities' ? quantities().map(one => [`quantity.h ${one.id}`, one]) :
        source.endsWith('.json') ? [[source, json(source)]] : list(source).map(file => [file, json(file)]);
    for (const [file, data] of files) {
      for (const path of paths) {
        for (const text of valuesAt(data, path.split('.'))) {
          if (!all.has(text)) all.set(text, `${file} ${path}`);
        }
      }
    }
  }
  return all;
}

// The words of the page before the program runs stand in its script, as say('key', 'English').
const pageTexts = () => Object.fromEntries([...readFileSync(join(root, 'web/loader.js'), 'utf8')
    .matchAll(/\bsay\('([\w.]+)',\s*'((?:[^'\\]|\\.)*)'\)/g)].map(m => [m[1], JSON.parse(`"${m[2]}"`)]));

export const englishTexts = () => ({...json('assets/lang/en.json'), ...pageTexts()});

const paths = language => ({
  ui: `assets/lang/${language}.json`,
  content: `assets/lang/content/${language}.json`,
  stamps: `assets/lang/stamps/${language}.json`,
});

export function readLanguage(language) {
  const read = path => existsSync(join(root, path)) ? json(path) : {};
  return Object.fromEntries(Object.entries(paths(language)).map(([part, path]) => [part, read(path)]));
}

// In the order of the English, what English has not at the end.
export function writeLanguage(language, texts) {
  const ordered = (keys, given) => {
    const order = [...keys].filter(key => key in given);
    return Object.fromEntries([...order, ...Object.keys(given).filter(key => !keys.has(key))].map(key => [key, given[key]]));
  };
  const write = (path, given) => {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), JSON.stringify(given, null, 2) + '\n');
  };
  const keys = new Set(Object.keys(englishTexts()));
  const {ui, content, stamps} = paths(language);
  write(ui, ordered(keys, texts.ui));
  write(content, ordered(new Set(contentTexts().keys()), texts.content));
  write(stamps, ordered(keys, texts.stamps));
}

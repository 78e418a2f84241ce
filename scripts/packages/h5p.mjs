// H5P: a content type of its own, since H5P lets neither web pages nor wasm into its packages. The
// offline page travels as text in a script.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {zip} from './zip.mjs';

const kMajor = 1;
const kMinor = 0;
const json = value => `${JSON.stringify(value, null, 2)}\n`;

// cases: [{id, title}]
export function h5pPackage({root, offline, cases, version}) {
  const [, , patch] = version.split('.');
  const folder = `H5P.Abscope-${kMajor}.${kMinor}`;
  const library = {
    title: 'Abscope',
    description: 'How radiotherapy shifts the immune cells of an irradiated and a distant tumour.',
    machineName: 'H5P.Abscope',
    majorVersion: kMajor,
    minorVersion: kMinor,
    patchVersion: Number(patch),
    runnable: 1,
    embedTypes: ['iframe'],
    fullscreen: 1,
    author: 'Abscope',
    license: 'MIT',
    coreApi: {majorVersion: 1, minorVersion: 19},
    preloadedJs: [{path: 'page.js'}, {path: 'abscope.js'}],
  };
  const semantics = [
    {
      name: 'case',
      type: 'select',
      label: 'Study to open first',
      optional: true,
      options: cases.map(({id, title}) => ({value: id, label: title})),
    },
    {
      name: 'settings',
      type: 'text',
      label: 'Further settings',
      description: 'As in the address of the lab, for example arm=8x3&theme=light',
      optional: true,
      maxLength: 2000,
    },
  ];
  const about = {
    title: 'Abscope',
    language: 'en',
    mainLibrary: 'H5P.Abscope',
    embedTypes: ['iframe'],
    license: 'U',
    preloadedDependencies: [{machineName: 'H5P.Abscope', majorVersion: kMajor, minorVersion: kMinor}],
  };
  const icon = /data:image\/svg\+xml,([^"]*)"/.exec(offline)[1];
  return zip({
    'h5p.json': json(about),
    'content/content.json': json({}),
    [`${folder}/library.json`]: json(library),
    [`${folder}/semantics.json`]: json(semantics),
    [`${folder}/icon.svg`]: decodeURIComponent(icon),
    [`${folder}/page.js`]: `var H5P = H5P || {};\nH5P.AbscopePage = ${JSON.stringify(offline)};\n`,
    [`${folder}/abscope.js`]: readFileSync(join(root, 'web', 'course', 'h5p.js'), 'utf8'),
  });
}

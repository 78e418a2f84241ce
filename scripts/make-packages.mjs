// make-packages.mjs DIST TO: every form of the built lab, with checksums. The same DIST gives the
// same bytes. docs/packages.md says what each is for.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {cmi5Package} from './packages/cmi5.mjs';
import {h5pPackage} from './packages/h5p.mjs';
import {manuals} from './packages/manual.mjs';
import {npmFiles} from './packages/npm.mjs';
import {offlinePage} from './packages/offline.mjs';
import {scormPackage} from './packages/scorm.mjs';
import {filesOf, zip} from './packages/zip.mjs';

const kMostOffline = 4 * 1024 * 1024;  // bytes of the offline file
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [from, to] = process.argv.slice(2).map(path => resolve(path));

const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
const dist = filesOf(from);
const cases = readdirSync(join(root, 'assets', 'cases')).sort().map(name => {
  const {id, title} = JSON.parse(readFileSync(join(root, 'assets', 'cases', name), 'utf8'));
  return {id: id ?? name.replace(/\.json$/, ''), title};
});
const schemas = join(root, '.cache', 'schemas');
const lab = {root, dist, version, schemas, cases, offline: offlinePage(dist)};

rmSync(to, {recursive: true, force: true});
mkdirSync(join(to, 'abscope-lab'), {recursive: true});
const named = name => `abscope-${version}-${name}`;
const made = {
  [named('hosted.zip')]: zip(dist),
  [named('offline.html')]: Buffer.from(lab.offline),
  [named('scorm-1.2.zip')]: scormPackage(lab, '1.2'),
  [named('scorm-2004.zip')]: scormPackage(lab, '2004'),
  [named('cmi5.zip')]: cmi5Package(lab),
  [`abscope-${version}.h5p`]: h5pPackage(lab),
};
for (const [name, data] of Object.entries(made)) writeFileSync(join(to, name), data);
for (const [name, data] of Object.entries(npmFiles(lab))) writeFileSync(join(to, 'abscope-lab', name), data);
// npm's own archives have one date for all files.
execFileSync('npm', ['pack', '--silent', '--pack-destination', to], {cwd: join(to, 'abscope-lab'), stdio: 'ignore'});
for (const [name, text] of Object.entries(manuals(root))) writeFileSync(join(to, name), text);

const sums = readdirSync(to).filter(name => /^abscope-.*\.(zip|html|h5p|tgz)$/.test(name)).sort().map(name => {
  const data = readFileSync(join(to, name));
  console.log(`  ${name.padEnd(30)}${(data.length / 1024).toFixed(0).padStart(7)} KB`);
  return `${createHash('sha256').update(data).digest('hex')}  ${name}\n`;
});
writeFileSync(join(to, 'SHA256SUMS'), sums.join(''));
if (lab.offline.length > kMostOffline) {
  console.error(`The offline file has ${lab.offline.length} bytes, more than ${kMostOffline}.`);
  process.exit(1);
}

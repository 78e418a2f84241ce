// make-dist.mjs BUILD_FOLDER TO [PROGRAM]: lays the built program and web/ out as a deployable
// folder and reports what a visitor downloads. Exits with 1 when that is over the budget.
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const kBudgetBytes = 700 * 1024;  // brotli, everything a visitor downloads
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [build, to, program = 'abscope_lab'] = process.argv.slice(2);

rmSync(to, {recursive: true, force: true});
mkdirSync(to, {recursive: true});
cpSync(join(root, 'web'), to, {recursive: true});
const script = readFileSync(join(build, `${program}.js`), 'utf8').replace(/\n?\/\/# sourceMappingURL.*/, '');
const wasm = readFileSync(join(build, `${program}.wasm`));
writeFileSync(join(to, 'abscope.js'), script);
writeFileSync(join(to, 'abscope.wasm'), wasm);
// For pages that may not fetch: the same bytes as a classic script.
writeFileSync(join(to, 'abscope.wasm.js'), `globalThis.abscopeWasm="${wasm.toString('base64')}";\n`);

// One version for all files, so that a browser never mixes an old script with a new wasm.
const hash = createHash('sha256');
for (const name of ['abscope.js', 'abscope.wasm', 'loader.js', 'host.js', 'abscope.css']) {
  hash.update(readFileSync(join(to, name)));
}
const version = hash.digest('hex').slice(0, 10);
const page = readFileSync(join(to, 'index.html'), 'utf8')
    .replace('data-wasm-bytes="0"', `data-wasm-bytes="${wasm.length}"`)
    .replace('data-version=""', `data-version="${version}"`)
    .replace(/(src|href)="(loader\.js|abscope\.js|abscope\.wasm|abscope\.css)"/g, `$1="$2?v=${version}"`);
writeFileSync(join(to, 'index.html'), page);

const kb = bytes => `${(bytes / 1024).toFixed(1)} KB`.padStart(11);
console.log(`\n${'file'.padEnd(18)}${'raw'.padStart(11)}${'gzip'.padStart(11)}${'brotli'.padStart(11)}`);
const total = [0, 0, 0];
const row = name => {
  const data = readFileSync(join(to, name));
  const sizes = [
    data.length,
    gzipSync(data, {level: 9}).length,
    brotliCompressSync(data, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length,
  ];
  console.log(name.padEnd(18) + sizes.map(kb).join(''));
  return sizes;
};
for (const name of ['index.html', 'abscope.css', 'loader.js', 'host.js', 'abscope.js', 'abscope.wasm']) {
  row(name).forEach((size, i) => (total[i] += size));
}
console.log('total'.padEnd(18) + total.map(kb).join(''));
const share = ((100 * total[2]) / kBudgetBytes).toFixed(0);
console.log(`\nDownload: ${kb(total[2]).trim()} brotli, ${share} % of the budget of ${kb(kBudgetBytes).trim()}`);
console.log('(abscope.wasm.js is loaded only where a page may not fetch)');
if (total[2] > kBudgetBytes) {
  console.error('The download is over its budget.');
  process.exit(1);
}

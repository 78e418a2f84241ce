// make-dist.mjs BUILD_FOLDER TO [PROGRAM]: lays the built program and web/ out as a deployable
// folder and reports what a visitor downloads. Exits with 1 when that is over the budget.
import {createHash} from 'node:crypto';
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {languages} from './language_texts.mjs';
import {writeLanguages} from './make-languages.mjs';

const kBudgetBytes = 700 * 1024;  // brotli, everything a visitor downloads
const kLanguageBytes = 250 * 1024;  // of a further language, and twice of one with a font
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [build, to, program = 'abscope_lab'] = process.argv.slice(2);
const site = process.env.ABSCOPE_SITE ? new URL('.', process.env.ABSCOPE_SITE).href : '';  // where it will lie

rmSync(to, {recursive: true, force: true});
mkdirSync(to, {recursive: true});
// web/course is for the packages of course sites: scripts/make-packages.mjs.
cpSync(join(root, 'web'), to, {recursive: true, filter: from => !from.startsWith(join(root, 'web', 'course'))});
const script = readFileSync(join(build, `${program}.js`), 'utf8').replace(/\n?\/\/# sourceMappingURL.*/, '');
const wasm = readFileSync(join(build, `${program}.wasm`));
writeFileSync(join(to, 'abscope.js'), script);
writeFileSync(join(to, 'abscope.wasm'), wasm);
// For pages that may not fetch: the same bytes as a classic script.
writeFileSync(join(to, 'abscope.wasm.js'), `globalThis.abscopeWasm="${wasm.toString('base64')}";\n`);

// The languages beside English, each loaded when it is chosen; and the same as classic scripts.
const languageFiles = program === 'abscope_lab' ? await writeLanguages(to) : {};
for (const name of Object.values(languageFiles).flat()) {
  const bytes = readFileSync(join(to, name)).toString('base64');
  writeFileSync(join(to, `${name}.js`), `(globalThis.abscopeFiles=globalThis.abscopeFiles||{})["${name}"]="${bytes}";\n`);
}

// The lessons in one file, loaded when they are opened; and the same as a classic script.
const lessonFolder = join(root, 'assets/lessons');
const lessons = readdirSync(lessonFolder).filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(lessonFolder, name), 'utf8')))
    .sort((a, b) => a.number - b.number);
const book = JSON.stringify({format: 'abscope-lessons/1', lessons});
writeFileSync(join(to, 'lessons.json'), book);
writeFileSync(join(to, 'lessons.json.js'),
    `(globalThis.abscopeFiles=globalThis.abscopeFiles||{})["lessons.json"]="${Buffer.from(book).toString('base64')}";\n`);

// One version for all files, so that a browser never mixes an old script with a new wasm.
const hash = createHash('sha256');
for (const name of ['index.html', 'abscope.js', 'abscope.wasm', 'loader.js', 'host.js', 'abscope.css', 'lessons.json',
  ...Object.values(languageFiles).flat()]) {
  hash.update(readFileSync(join(to, name)));
}
const version = hash.digest('hex').slice(0, 10);
const page = readFileSync(join(to, 'index.html'), 'utf8')
    .replace('data-wasm-bytes="0"', `data-wasm-bytes="${wasm.length}"`)
    .replace('data-version=""', `data-version="${version}"`)
    .replace('data-offline=""', 'data-offline="sw.js"')
    .replace('data-languages="en"', `data-languages="${['en', ...languages].join(' ')}"`)
    .replace(/(src|href)="(loader\.js|abscope\.js|abscope\.wasm|abscope\.css)"/g, `$1="$2?v=${version}"`);
writeFileSync(join(to, 'index.html'), !site ? page : page
    .replace('content="social-card.png"', `content="${site}social-card.png"`)
    .replace('<title>', `<meta property="og:url" content="${site}">\n<link rel="canonical" href="${site}">\n` +
        `<link rel="alternate" type="application/json+oembed" href="${site}oembed.json" title="Abscope">\n<title>`));

// The page that writes embedding lines, its words and what there is to choose.
const filesIn = folder => existsSync(join(root, 'assets', folder)) ? readdirSync(join(root, 'assets', folder)) : [];
const listOf = (folder, row) => filesIn(folder).filter(name => name.endsWith('.json')).sort()
    .map(name => row(JSON.parse(readFileSync(join(root, 'assets', folder, name), 'utf8')), name.replace(/\.json$/, '')));
const words = JSON.parse(readFileSync(join(to, 'embed.json'), 'utf8'));
const hasLanguages = /^C\(lang,/m.test(readFileSync(join(root, 'src', 'app', 'controls.def'), 'utf8'));
const nameOf = code => new Intl.DisplayNames([code], {type: 'language'}).of(code);
const choices = {
  words,
  cases: listOf('cases', one => ({id: one.id, title: one.title, arms: one.arms.map(({id, label}) => ({id, title: label}))})),
  lectures: listOf('scripts', (one, id) => ({id, title: one.title})),
  lessons: listOf('lessons', ({format, id, title, number}) => ({id, title, number, is: String(format).startsWith('abscope-lesson/')}))
      .filter(one => one.is).sort((a, b) => a.number - b.number).map(({id, title}) => ({id, title})),
  languages: hasLanguages ? listOf('lang', (one, id) => ({id, title: nameOf(id)})) : [],
};
writeFileSync(join(to, 'embed-data.js'), `globalThis.abscopeEmbed = ${JSON.stringify(choices)};\n`);
rmSync(join(to, 'embed.json'));
const html = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
writeFileSync(join(to, 'embed.html'), readFileSync(join(to, 'embed.html'), 'utf8').replace(/\{\{(\w+)\}\}/g, (all, name) => {
  if (!(name in words)) throw new Error(`web/embed.json has no "${name}"`);
  return html(words[name]);
}));

// Pictures and descriptions for those who show links: they want whole addresses (--site).
cpSync(join(root, 'docs', 'lab.png'), join(to, 'social-card.png'));
if (site) {
  const card = readFileSync(join(to, 'social-card.png'));
  writeFileSync(join(to, 'oembed.json'), `${JSON.stringify({
    version: '1.0', type: 'rich', provider_name: 'Abscope', provider_url: site, title: 'Abscope',
    html: `<iframe src="${site}" width="100%" height="540" style="border:0" title="${words.frameTitle}" allow="fullscreen; clipboard-write"></iframe>`,
    width: 960, height: 540, thumbnail_url: `${site}social-card.png`,
    thumbnail_width: card.readUInt32BE(16), thumbnail_height: card.readUInt32BE(20),
  }, null, 2)}\n`);
}

// The first page of the next visit, without a network.
const kept = ['./', ...['abscope.css', 'loader.js', 'abscope.js', 'abscope.wasm'].map(name => `${name}?v=${version}`)];
writeFileSync(join(to, 'sw.js'), readFileSync(join(to, 'sw.js'), 'utf8')
    .replace("kVersion = ''", `kVersion = '${version}'`)
    .replace('kFiles = []', `kFiles = ${JSON.stringify(kept)}`));

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
const lessonBytes = brotliCompressSync(Buffer.from(book)).length;
console.log(`Lessons, when opened: ${kb(lessonBytes).trim()} brotli`);
console.log('(abscope.wasm.js is loaded only where a page may not fetch)');

let over = total[2] > kBudgetBytes;
console.log('\nFurther languages, when chosen (brotli):');
for (const [language, names] of Object.entries(languageFiles)) {
  const size = names.map(name => brotliCompressSync(readFileSync(join(to, name))).length).reduce((a, b) => a + b, 0);
  console.log(language.padEnd(18) + kb(size));
  over ||= languages.includes(language) && size > kLanguageBytes * names.length;
}
if (over) {
  console.error('The download is over its budget.');
  process.exit(1);
}

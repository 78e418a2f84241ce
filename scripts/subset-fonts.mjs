// Writes the subset fonts that the program embeds to .cache/fonts/, from the npm package that
// ships Inter as .ttf. Does nothing when they are newer than this script and the package.
// Chinese letters come from Debian's fonts-droid-fallback (or the file that ABSCOPE_HAN_FONT names).
import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const from = join(root, 'node_modules/@expo-google-fonts/inter');
const to = join(root, '.cache/fonts');
const faces = {
  'Inter-Regular.ttf': '400Regular/Inter_400Regular.ttf',
  'Inter-SemiBold.ttf': '600SemiBold/Inter_600SemiBold.ttf',
};

// Ranges of code points that on-screen text may use. The program's glyph ranges say the same
// (src/platform/fonts.cpp), and a test looks for text outside them.
export const ranges = [
  [0x20, 0x7e],      // Latin
  [0xa0, 0x17f],     // Latin-1 and Latin Extended-A: names of authors, other languages
  [0x391, 0x3c9],    // Greek: alpha/beta, TGF-β, γ
  [0x2009, 0x2009],  // thin space
  [0x2010, 0x2026],  // dashes, quotes, bullet, ellipsis
  [0x202f, 0x2030],  // narrow no-break space, per mille
  [0x2070, 0x209c],  // superscripts and subscripts: cm³, H₂O, 10⁻³
  [0x2190, 0x2193],  // arrows
  [0x2212, 0x2212],  // minus
  [0x221e, 0x221e],  // infinity
  [0x2248, 0x2248],  // almost equal
  [0x2264, 0x2265],  // at most, at least
  [0x25b2, 0x25b2], [0x25b6, 0x25b6], [0x25bc, 0x25bc], [0x25cf, 0x25cf],  // triangles, disc
  [0x2713, 0x2713],  // tick
];

// The names of languages that are written with other letters, in the list of languages.
const namesOfLanguages = '简体中文';

const hanFonts = [
  process.env.ABSCOPE_HAN_FONT,
  '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
  '/usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf',
];
export const hanFont = () => hanFonts.find(file => file && existsSync(file));

// The letters of a text that Inter lacks: Han, and the signs and wide forms that go with it.
export const hanText = text => [...new Set([...text].filter(letter => letter >= '\u2e80' && letter <= '\uffef'))].sort().join('');

export async function subsetHan(font, text) {
  const {default: subsetFont} = await import('subset-font');
  return subsetFont(readFileSync(font), text, {targetFormat: 'truetype', noLayoutClosure: true});
}

const newest = file => {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let text = '';
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; ++code) text += String.fromCodePoint(code);
  }
  mkdirSync(to, {recursive: true});
  const inputs = Math.max(newest(fileURLToPath(import.meta.url)), newest(join(from, 'package.json')));
  for (const [name, source] of Object.entries(faces)) {
    if (newest(join(to, name)) > inputs) continue;
    const {default: subsetFont} = await import('subset-font');
    const subset = await subsetFont(readFileSync(join(from, source)), text, {
      targetFormat: 'truetype',
      noLayoutClosure: true,
    });
    writeFileSync(join(to, name), subset);
    console.log(`  ${name}: ${(subset.length / 1024).toFixed(0)} KB`);
  }
  const names = join(to, 'LanguageNames.ttf');
  const font = hanFont();
  if (font && newest(names) <= newest(fileURLToPath(import.meta.url))) {
    writeFileSync(names, await subsetHan(font, namesOfLanguages));
    console.log(`  LanguageNames.ttf: ${(statSync(names).size / 1024).toFixed(1)} KB`);
  }
}

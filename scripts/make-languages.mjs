#!/usr/bin/env node
// Writes the files of the languages beside English, as the page loads them when one is chosen:
// lang-<code>.json, and lang-<code>.ttf where the program's fonts lack its letters.
//
//   node scripts/make-languages.mjs FOLDER
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {stateOf} from './languages.mjs';
import {contentTexts, englishTexts, languages, readLanguage} from './language_texts.mjs';
import {pseudoLanguages} from './pseudo_language.mjs';
import {hanFont, hanText, subsetHan} from './subset-fonts.mjs';

// FNV-1a of the UTF-8 bytes, as textHash() in src/library/text.cpp.
export function textHash(text) {
  let hash = 2166136261;
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash.toString(16);
}

function contentByHash(translated) {
  const byHash = {};
  const english = {};
  for (const [text, translation] of Object.entries(translated)) {
    const hash = textHash(text);
    if (english[hash] !== undefined) throw new Error(`two texts have one hash; change one: “${text}”, “${english[hash]}”`);
    english[hash] = text;
    if (translation !== text) byHash[hash] = translation;
  }
  return byHash;
}

export function languageFile(language) {
  const english = englishTexts();
  const pseudo = pseudoLanguages[language];
  const given = pseudo ? {
    ui: Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo.ui(text)])),
    content: Object.fromEntries([...contentTexts().keys()].map(text => [text, pseudo.content(text)])),
  } : readLanguage(language);
  const state = pseudo ? {done: 0, all: 0} : stateOf(language);
  return {
    format: 'abscope-language/1',
    language,
    untranslated: state.all - state.done,
    texts: Object.fromEntries(Object.entries(given.ui).filter(([key]) => key in english)),
    content: contentByHash(given.content),
  };
}

// Returns, by language, the names of its files.
export async function writeLanguages(to, codes = [...languages, ...Object.keys(pseudoLanguages)]) {
  mkdirSync(to, {recursive: true});
  const made = {};
  for (const language of codes) {
    const file = languageFile(language);
    made[language] = [`lang-${language}.json`];
    writeFileSync(join(to, made[language][0]), JSON.stringify(file));
    if (language !== 'zh-Hans') continue;
    const font = hanFont();
    if (!font) {
      console.error('No Chinese font was found (Debian: fonts-droid-fallback): this lab can show no Chinese.');
      continue;
    }
    made[language].push(`lang-${language}.ttf`);
    writeFileSync(join(to, made[language][1]), await subsetHan(font, hanText(JSON.stringify(file))));
  }
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeLanguages(process.argv[2]);

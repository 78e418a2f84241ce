#!/usr/bin/env node
// Keeps the translations in step with English (docs/languages.md).
//
//   node scripts/languages.mjs report                 what each language has and lacks, in numbers
//   node scripts/languages.mjs check LANG             every mistake by name
//   node scripts/languages.mjs todo LANG [FILE]       what is missing or changed, as JSON to fill in
//   node scripts/languages.mjs merge LANG FILE        takes such a file, filled in
//   node scripts/languages.mjs stamp LANG [KEY...]    these keys are true to the present English
//                                                     (without KEY: those that have no stamp)
//   node scripts/languages.mjs prune LANG             drops what English no longer has
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {contentTexts, englishTexts, hashOf, languages, readLanguage, writeLanguage} from './language_texts.mjs';
import {mistakes} from './message_syntax.mjs';

// Of one language: keys by what is wrong with them. Texts of the content are their own keys.
export function stateOf(language) {
  const english = englishTexts();
  const content = contentTexts();
  const given = readLanguage(language);
  const state = {done: 0, all: Object.keys(english).length + content.size, missing: [], missingContent: [],
    changed: [], unstamped: [], superfluous: [], superfluousContent: [], wrong: []};
  for (const [key, text] of Object.entries(english)) {
    const translated = given.ui[key];
    if (translated === undefined) {
      state.missing.push(key);
      continue;
    }
    const wrong = mistakes(text, translated, language).map(what => `${key}: ${what}`);
    state.wrong.push(...wrong);
    const stamp = given.stamps[key];
    if (stamp === undefined) state.unstamped.push(key);
    else if (stamp !== hashOf(text)) state.changed.push(key);
    else if (!wrong.length) ++state.done;
  }
  for (const text of content.keys()) {
    if (given.content[text] === undefined) state.missingContent.push(text);
    else if (!given.content[text].trim()) state.wrong.push(`“${text}”: is empty`);
    else ++state.done;
  }
  state.superfluous = Object.keys(given.ui).filter(key => !(key in english));
  state.superfluousContent = Object.keys(given.content).filter(text => !content.has(text));
  return state;
}

export const isComplete = state => state.done === state.all && !state.superfluous.length &&
    !state.superfluousContent.length;

const short = text => (text.length > 110 ? text.slice(0, 107) + '...' : text);

function report() {
  console.log('language   done    of  missing  (content)  changed  unstamped  superfluous  wrong');
  for (const language of languages) {
    const s = stateOf(language);
    const cell = (value, width) => String(value).padStart(width);
    console.log(language.padEnd(9) + cell(s.done, 6) + cell(s.all, 6) + cell(s.missing.length, 9) +
        cell(s.missingContent.length, 11) + cell(s.changed.length, 9) + cell(s.unstamped.length, 11) +
        cell(s.superfluous.length + s.superfluousContent.length, 13) + cell(s.wrong.length, 7));
  }
}

function check(language) {
  const s = stateOf(language);
  for (const line of s.wrong) console.log('wrong: ' + short(line));
  for (const key of s.changed) console.log('English has changed: ' + key);
  for (const key of s.unstamped) console.log('no stamp: ' + key);
  for (const key of [...s.superfluous, ...s.superfluousContent]) console.log('superfluous: ' + short(key));
  for (const key of [...s.missing, ...s.missingContent]) console.log('missing: ' + short(key));
  process.exitCode = isComplete(s) ? 0 : 1;
}

function todo(language, file) {
  const s = stateOf(language);
  const english = englishTexts();
  const content = contentTexts();
  const text = JSON.stringify({
    ui: Object.fromEntries([...s.missing, ...s.changed].map(key => [key, english[key]])),
    content: Object.fromEntries(s.missingContent.map(key => [key, content.get(key)])),
  }, null, 2) + '\n';
  if (file) writeFileSync(file, text);
  else process.stdout.write(text);
}

function merge(language, file) {
  const filled = JSON.parse(readFileSync(file, 'utf8'));
  const english = englishTexts();
  const content = contentTexts();
  const given = readLanguage(language);
  let taken = 0;
  for (const [key, text] of Object.entries(filled.ui ?? {})) {
    if (!(key in english)) {
      console.error('left out, English has no such key: ' + key);
      continue;
    }
    given.ui[key] = text;
    given.stamps[key] = hashOf(english[key]);
    ++taken;
  }
  for (const [key, text] of Object.entries(filled.content ?? {})) {
    if (!content.has(key)) console.error('left out, no such English text: ' + short(key));
    // An untouched line of a todo list says where the text stands.
    else if (text === content.get(key)) continue;
    else given.content[key] = text, ++taken;
  }
  writeLanguage(language, given);
  console.log(`${taken} texts taken into ${language}`);
}

function stamp(language, keys) {
  const english = englishTexts();
  const given = readLanguage(language);
  const all = keys.length ? keys : Object.keys(given.ui).filter(key => !(key in given.stamps));
  for (const key of all) {
    if (!(key in english) || !(key in given.ui)) console.error('no such key: ' + key);
    else given.stamps[key] = hashOf(english[key]);
  }
  writeLanguage(language, given);
}

function prune(language) {
  const english = englishTexts();
  const content = contentTexts();
  const given = readLanguage(language);
  const kept = (texts, has) => Object.fromEntries(Object.entries(texts).filter(([key]) => has(key)));
  writeLanguage(language, {
    ui: kept(given.ui, key => key in english),
    content: kept(given.content, text => content.has(text)),
    stamps: kept(given.stamps, key => key in english && key in given.ui),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, language, ...rest] = process.argv.slice(2);
  if (command === 'report') report();
  else if (!languages.includes(language)) {
    console.error(`usage: languages.mjs report|check|todo|merge|stamp|prune ${languages.join('|')} ...`);
    process.exitCode = 2;
  } else if (command === 'check') check(language);
  else if (command === 'todo') todo(language, rest[0]);
  else if (command === 'merge') merge(language, rest[0]);
  else if (command === 'stamp') stamp(language, rest);
  else if (command === 'prune') prune(language);
  else {
    console.error('no such command: ' + command);
    process.exitCode = 2;
  }
}

// Languages that nobody speaks, for tests: "en-XA" has accents and 40 % longer words, so that a text
// that was not translated, or has no room to grow, is seen; "ar-XB" is English from right to left.
import {parse} from './message_syntax.mjs';

const accents = Object.fromEntries([...'aåcçdđeégğhĥiîjĵkķlļnñoörŕsštţuûwŵyýzžAÅCÇDĐEÉGĞHĤIÎJĴKĶLĻNÑOÖRŔSŠTŢUÛWŴYÝZŽ']
    .map((letter, i, all) => [letter, all[i + 1]]).filter((_, i) => i % 2 === 0));
const growth = 1.4;

// Letters get accents, and vowels are doubled until the text has grown.
function plain(text) {
  let missing = Math.round([...text].length * (growth - 1));
  return [...text].map(letter => {
    const accented = accents[letter] ?? letter;
    if (missing <= 0 || !/[aeiouAEIOU]/.test(letter)) return accented;
    --missing;
    return accented + accented.toLowerCase();
  }).join('');
}

const written = parts => parts.map(part => {
  if (typeof part === 'string') return plain(part).replaceAll('{', '{{');
  const kind = part.plural ? 'plural' : part.select ? 'select' : '';
  const forms = (part[kind] ?? []).map(([form, inside]) => `${form} {${written(inside)}}`).join(' ');
  return kind ? `{${part.hole}, ${kind}, ${forms}}` : `{${part.hole}}`;
}).join('');

export const accented = text => written(parse(text));

export const pseudoLanguages = {'en-XA': {ui: accented, content: plain}, 'ar-XB': {ui: text => text, content: text => text}};

// The syntax of on-screen texts: {name}, {count, plural, one {# dose} other {# doses}} and
// {site, select, near {...} other {...}}, a subset of ICU MessageFormat without quoting. The program
// reads the same in src/core/message_format.cpp.

// Parsed parts: strings, {hole}, {hole, plural|select: [[form, parts]...]}. Throws with the place.
export function parse(text) {
  let at = 0;
  const fail = what => { throw new Error(`${what} at character ${at + 1} of “${text}”`); };
  const blank = () => { while (/\s/.test(text[at] ?? '')) ++at; };
  const word = end => {
    const from = at;
    while (at < text.length && !end.includes(text[at])) ++at;
    return text.slice(from, at).trim();
  };

  function parts(nested) {
    const found = [];
    let plain = '';
    while (at < text.length) {
      if (text.startsWith('{{', at) && !nested) {
        plain += '{';
        at += 2;
      } else if (text[at] === '{') {
        found.push(plain, hole());
        plain = '';
      } else if (text[at] === '}') {
        break;
      } else {
        plain += text[at++];
      }
    }
    found.push(plain);
    return found.filter(part => part !== '');
  }

  function hole() {
    ++at;
    const name = word(',}{');
    if (!/^\w+$/.test(name)) fail(`“${name}” is no name of a hole`);
    if (text[at] === '}') {
      ++at;
      return {hole: name};
    }
    if (text[at] !== ',') fail('“,” or “}” is missing');
    ++at;
    const kind = word(',}{');
    if (!['plural', 'select'].includes(kind)) fail(`“${kind}” is neither plural nor select`);
    if (text[at] !== ',') fail('“,” is missing');
    ++at;
    const forms = [];
    for (blank(); text[at] !== '}'; blank()) {
      if (at >= text.length) fail('“}” is missing');
      const form = word('{}');
      if (text[at] !== '{') fail('“{” is missing');
      ++at;
      const inside = parts(true);
      if (text[at] !== '}') fail('“}” is missing');
      ++at;
      forms.push([form, inside]);
    }
    ++at;
    return {hole: name, [kind]: forms};
  }

  const all = parts(false);
  if (at < text.length) fail('“}” without “{”');
  return all;
}

const children = part => (part.plural ?? part.select ?? []).flatMap(([, parts]) => parts);
const holes = parts => parts.filter(part => typeof part !== 'string')
    .flatMap(part => [part, ...holes(children(part))]);

export const holeNames = text => [...new Set(holes(parse(text)).map(part => part.hole))].sort();

// The forms of cardinal numbers that our counts reach (CLDR 44: es and fr have "many" for millions
// only, which no count here reaches).
export const pluralForms = {
  en: ['one', 'other'], es: ['one', 'other'], fr: ['one', 'other'], de: ['one', 'other'],
  'zh-Hans': ['other'], 'x-pseudo': ['one', 'other'], 'x-long': ['one', 'other'],
};

// What is wrong with a translation, in words; none: nothing.
export function mistakes(english, translation, language) {
  let wanted, given;
  try {
    wanted = holeNames(english);
    given = holes(parse(translation));
  } catch (error) {
    return [error.message];
  }
  const wrong = [];
  const names = new Set(given.map(part => part.hole));
  for (const name of wanted) if (!names.has(name)) wrong.push(`{${name}} is missing`);
  for (const name of names) if (!wanted.includes(name)) wrong.push(`English has no {${name}}`);
  for (const part of given) {
    const forms = (part.plural ?? part.select ?? []).map(([form]) => form);
    if (part.plural) {
      const needed = pluralForms[language] ?? ['other'];
      for (const form of needed) if (!forms.includes(form)) wrong.push(`plural of {${part.hole}} lacks “${form}”`);
      for (const form of forms) {
        if (!needed.includes(form) && !/^=\d+$/.test(form)) wrong.push(`plural of {${part.hole}}: ${language} has no form “${form}”`);
      }
    }
    if (part.select && !forms.includes('other')) wrong.push(`select of {${part.hole}} lacks “other”`);
  }
  if (!translation.trim() && english.trim()) wrong.push('is empty');
  return wrong;
}

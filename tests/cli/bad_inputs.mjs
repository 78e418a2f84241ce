// Bad inputs made from a JSON Schema: for every field each way in which it can be wrong, in a document that is
// good otherwise, with the place that a message must name and what it must say is allowed there.

const without = (object, name) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
const missing = Symbol('left out');
const variantsOf = schema => schema.oneOf || [schema];
const numberRuleOf = schema => schema.anyOf ? schema.anyOf.find(rule => 'minimum' in rule) : schema;

// The smallest good value.
function sample(schema) {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.oneOf) return sample(schema.oneOf[0]);
  switch (schema.type) {
    case 'number': case 'integer': return numberRuleOf(schema).minimum;
    case 'boolean': return false;
    case 'string': return 'a';
    case 'array': return schema.minItems ? [sample(schema.items)] : [];
    default:
      return Object.fromEntries((schema.required || []).map(name => [name, sample(schema.properties[name])]));
  }
}

// What a message must say is allowed: numbers that must occur in it, and words.
function allowed(schema) {
  if ('const' in schema) return {words: [schema.const]};
  if (schema.enum) return {words: schema.enum.length > 80 ? ['names that the schema lists'] : schema.enum};
  if (schema.oneOf) {
    const [number, ...objects] = schema.oneOf;
    return {...allowed(number), words: ['a number', ...objects.map(object => `"${object.required[0]}"`)]};
  }
  switch (schema.type) {
    case 'number': case 'integer': {
      const {minimum, maximum} = numberRuleOf(schema);
      return {numbers: [minimum, maximum], words: schema.anyOf ? ['or 0'] : []};
    }
    case 'boolean': return {words: ['true or false']};
    case 'string': return {numbers: [schema.maxLength], words: ['characters']};
    case 'array': return {numbers: 'minItems' in schema ? [schema.minItems, schema.maxItems] : [schema.maxItems]};
    default: return {words: ['an object']};
  }
}

function* numbers(schema) {
  const {minimum, maximum} = numberRuleOf(schema);
  const least = allowed(schema);
  yield ['below its minimum', schema.anyOf && minimum > 0 ? minimum / 2 : minimum - Math.max(1, Math.abs(minimum)), least];
  yield ['above its maximum', maximum + Math.max(1, Math.abs(maximum)), least];
  if (schema.type === 'integer') yield ['no whole number', minimum + 0.5];
}

// [what is wrong, value, what is allowed where that is not all that the schema says]
function* wrongValues(schema, good) {
  if ('const' in schema) {
    yield ['of the wrong type', 7];
    yield ['unknown', `${schema.const}x`];
  } else if (schema.enum) {
    yield ['of the wrong type', 7];
    yield ['unknown', `${schema.enum.at(-1)}x`];
  } else if (schema.oneOf) {
    yield ['of the wrong type', true];
    yield* numbers(schema.oneOf[0]);
  } else if (schema.type === 'number' || schema.type === 'integer') {
    yield ['of the wrong type', 'five'];
    yield ['null', null];
    yield* numbers(schema);
  } else if (schema.type === 'boolean') {
    yield ['of the wrong type', 'yes'];
  } else if (schema.type === 'string') {
    yield ['of the wrong type', 7];
    yield ['too long', 'a'.repeat(schema.maxLength + 1)];
    if (schema.pattern) yield ['no identifier', 'a b'];
  } else if (schema.type === 'array') {
    yield ['of the wrong type', {}];
    const item = good[0] ?? sample(schema.items);
    yield ['too long', Array.from({length: schema.maxItems + 1}, () => item)];
    if (schema.minItems) yield ['too short', []];
  } else {
    yield ['of the wrong type', []];
  }
}

// good: what stands at the place. wrap: the whole document with another value there. known: names of fields
// that are not looked into.
function* walk(schema, good, place, wrap, known) {
  for (const [what, value, only] of wrongValues(schema, good)) {
    yield {name: `${place} ${what}`, places: [place], document: wrap(value), allowed: only || allowed(schema)};
  }
  for (const variant of variantsOf(schema)) {
    const value = schema.oneOf ? sample(variant) : good;
    if (variant.properties) yield* walkObject(schema, variant, value, place, wrap, known);
  }
  if (schema.type === 'array') {
    const [first, ...others] = good.length > 0 ? good : [sample(schema.items)];
    yield* walk(schema.items, first, `${place}[0]`, value => wrap([value, ...others]), known);
  }
}

function* walkObject(outer, schema, good, place, wrap, known) {
  const names = Object.keys(schema.properties);
  yield {
    name: `${place} has an unknown field`, places: [`${place}.notAField`], document: wrap({...good, notAField: 1}),
    allowed: {words: names.length > 24 ? ['names that the schema lists'] : names},
  };
  for (const name of names) {
    const inner = schema.properties[name];
    const innerPlace = `${place}.${name}`;
    const innerWrap = value => wrap(value === missing ? without(good, name) : {...good, [name]: value});
    if ((schema.required || []).includes(name)) {
      const isKey = outer.oneOf && name === schema.required[0];  // without it the object is none of the variants
      yield {
        name: `${innerPlace} is missing`, places: isKey ? [place, innerPlace] : [innerPlace],
        document: innerWrap(missing), allowed: isKey && outer.oneOf.length > 2 ? allowed(outer) : allowed(inner),
      };
    }
    if (known.includes(name)) continue;
    yield* walk(inner, good[name] ?? sample(inner), innerPlace, innerWrap, known);
  }
}

export function badInputs(schema, good, known = []) {
  return [...walk(schema, good, '$', value => value, known)];
}

// Why none of the messages [{place, text}] will do; empty when one does.
export function complaint(bad, messages) {
  const here = messages.filter(({place}) => bad.places.includes(place));
  if (here.length === 0) return `no message names ${bad.places}`;
  const {numbers: wanted = [], words = []} = bad.allowed;
  const good = here.some(({text}) => {
    const found = (text.match(/-?\d+(\.\d+)?(e[-+]?\d+)?/gi) || []).map(Number);
    return wanted.every(number => found.includes(number)) && words.every(word => text.includes(word));
  });
  return good ? '' : `${here.map(({text}) => text)} does not say ${wanted} ${words}`;
}

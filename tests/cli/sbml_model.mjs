// A small reader and simulator of SBML, written from the specification (Level 3 Version 2, core) and
// not from our sources: it knows no law of the model. It takes what the export uses and refuses the
// rest, so that nothing is silently left out.
import {DOMParser} from '@xmldom/xmldom';

const children = (node, name) =>
  [...node.childNodes].filter(child => child.nodeType === 1 && (!name || child.localName === name));
const child = (node, name) => children(node, name)[0];
const listed = (model, list, name) => child(model, list) ? children(child(model, list), name) : [];
const mathOf = node => children(child(node, 'math'))[0];

function refuse(what) {
  throw new Error(`the test's reader of SBML does not know ${what}`);
}

// MathML to the text of a JavaScript expression; `place` gives that of an id.
function compile(node, place, functions) {
  const one = part => compile(part, place, functions);
  const kids = children(node);
  switch (node.localName) {
    case 'cn': {
      if (node.getAttribute('type') === 'e-notation') {
        const [mantissa, , exponent] = [...node.childNodes];
        return `(${mantissa.data}e${exponent.data})`;
      }
      return `(${node.textContent})`;
    }
    case 'ci': return place(node.textContent.trim());
    case 'csymbol':
      if (!node.getAttribute('definitionURL').endsWith('/time')) refuse('this csymbol');
      return 't';
    case 'piecewise': {
      const pieces = children(node, 'piece').map(children);
      return pieces.reduceRight((rest, [value, when]) => `(${one(when)}?${one(value)}:${rest})`,
          one(children(child(node, 'otherwise'))[0]));
    }
    case 'apply': break;
    default: return refuse(`<${node.localName}>`);
  }
  const [operator, ...operands] = kids;
  const args = operands.map(one);
  const binary = sign => args.length === 2 ? `(${args[0]}${sign}${args[1]})` : refuse(`${sign} of ${args.length}`);
  switch (operator.localName) {
    case 'plus': return `(${args.join('+')})`;
    case 'times': return `(${args.join('*')})`;
    case 'minus': return args.length === 1 ? `(-${args[0]})` : binary('-');
    case 'divide': return binary('/');
    case 'lt': return binary('<');
    case 'leq': return binary('<=');
    case 'geq': return binary('>=');
    case 'exp': return `Math.exp(${args[0]})`;
    case 'power': return `Math.pow(${args.join(',')})`;
    case 'max': return `Math.max(${args.join(',')})`;
    case 'min': return `Math.min(${args.join(',')})`;
    case 'ci': {
      const called = functions.get(operator.textContent.trim()) ?? refuse(`${operator.textContent}()`);
      const local = new Map(called.names.map((name, i) => [name, args[i]]));
      return compile(called.body, name => local.get(name) ?? refuse(name), functions);
    }
    default: return refuse(`<${operator.localName}>`);
  }
}

export class SbmlModel {
  constructor(text) {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const model = child(document.documentElement, 'model');
    for (const list of children(model)) {
      if (!/^(notes|listOf(FunctionDefinitions|UnitDefinitions|Compartments|Species|Parameters|InitialAssignments|Rules|Reactions|Events))$/
          .test(list.localName)) refuse(`<${list.localName}>`);
    }
    const functions = new Map(listed(model, 'listOfFunctionDefinitions', 'functionDefinition').map(node => {
      const [lambda] = children(child(node, 'math'));
      return [node.getAttribute('id'), {
        names: children(lambda, 'bvar').map(bvar => bvar.textContent.trim()),
        body: children(lambda).at(-1),
      }];
    }));

    // Every id has a place in one array of values.
    this.index = new Map();
    this.start = [];
    const add = (id, value) => {
      if (this.index.has(id)) throw new Error(`the id ${id} is there twice`);
      this.index.set(id, this.start.length);
      this.start.push(value);
    };
    const number = (node, name) => node.hasAttribute(name) ? Number(node.getAttribute(name)) : NaN;
    this.species = listed(model, 'listOfSpecies', 'species').map(node => {
      if (node.getAttribute('hasOnlySubstanceUnits') !== 'true') refuse('concentrations');
      add(node.getAttribute('id'), number(node, 'initialAmount'));
      return node.getAttribute('id');
    });
    for (const node of listed(model, 'listOfParameters', 'parameter')) {
      add(node.getAttribute('id'), number(node, 'value'));
    }
    const reactions = listed(model, 'listOfReactions', 'reaction');
    this.reactions = reactions.map(node => node.getAttribute('id'));
    for (const id of this.reactions) add(id, NaN);

    const uses = new Map();  // id to the ids in its formula
    const texts = new Map();
    const formula = (id, node) => {
      const needs = new Set();
      texts.set(id, this.text(mathOf(node), functions, needs));
      uses.set(id, needs);
    };
    const initial = listed(model, 'listOfInitialAssignments', 'initialAssignment');
    for (const node of initial) formula(node.getAttribute('symbol'), node);
    this.startOrder = this.ordered(initial.map(node => node.getAttribute('symbol')), uses);
    this.setStart = this.assigner(this.startOrder, texts);

    const rules = listed(model, 'listOfRules');
    const computed = rules.filter(node => node.localName === 'assignmentRule').map(node => node.getAttribute('variable'));
    for (const node of rules.filter(node => node.localName === 'assignmentRule')) {
      formula(node.getAttribute('variable'), node);
    }
    for (const node of reactions) formula(node.getAttribute('id'), child(node, 'kineticLaw'));
    this.settle = this.assigner(this.ordered([...computed, ...this.reactions], uses), texts);

    // Slopes: of species by reactions, of others by rate rules.
    const slopes = new Map(this.species.map(id => [id, '0']));
    for (const node of reactions) {
      const rate = this.place(node.getAttribute('id'));
      for (const [list, sign] of [['listOfReactants', '-'], ['listOfProducts', '+']]) {
        for (const side of listed(node, list, 'speciesReference')) {
          const id = side.getAttribute('species');
          slopes.set(id, `${slopes.get(id)}${sign}${side.getAttribute('stoichiometry')}*${rate}`);
        }
      }
    }
    for (const node of rules.filter(node => node.localName === 'rateRule')) {
      slopes.set(node.getAttribute('variable'), this.text(mathOf(node), functions));
    }
    this.changing = [...slopes.keys()].map(id => this.index.get(id));
    this.slope = new Function('v', 't', 'out',
        [...slopes.values()].map((text, i) => `out[${i}]=${text};`).join('\n'));

    this.events = listed(model, 'listOfEvents', 'event').map(node => {
      if (node.getAttribute('useValuesFromTriggerTime') !== 'false' || child(node, 'delay')) refuse('delays');
      const trigger = mathOf(child(node, 'trigger'));
      const [operator, time, moment] = children(trigger);
      if (operator.localName !== 'geq' || time.localName !== 'csymbol') refuse('triggers but time >= x');
      const assignments = listed(node, 'listOfEventAssignments', 'eventAssignment');
      const values = assignments.map(a => this.text(mathOf(a), functions));
      const targets = assignments.map(a => this.place(a.getAttribute('variable')));
      return {
        id: node.getAttribute('id'),
        moment: new Function('v', 't', `return ${this.text(moment, functions)};`),
        priority: new Function('v', 't', `return ${this.text(mathOf(child(node, 'priority')), functions)};`),
        // All from the values before, as the specification has it.
        apply: new Function('v', 't', `const x=[${values.join(',')}];` +
            targets.map((target, i) => `${target}=x[${i}];`).join('')),
      };
    });
  }

  place(id) {
    return `v[${this.index.get(id) ?? refuse(`the id ${id}`)}]`;
  }

  text(node, functions, needs = new Set()) {
    return compile(node, id => (needs.add(id), this.place(id)), functions);
  }

  // So that each comes after all that it needs.
  ordered(ids, uses) {
    const wanted = new Set(ids), done = new Set(), path = new Set(), order = [];
    const visit = id => {
      if (done.has(id) || !wanted.has(id)) return;
      if (path.has(id)) throw new Error(`${id} needs itself`);
      path.add(id);
      for (const other of uses.get(id)) visit(other);
      done.add(id);
      order.push(id);
    };
    ids.forEach(visit);
    return order;
  }

  assigner(ids, texts) {
    return new Function('v', 't', ids.map(id => `${this.place(id)}=${texts.get(id)};`).join('\n'));
  }

  values() {
    const v = Float64Array.from(this.start);
    this.setStart(v, 0);
    this.settle(v, 0);
    return v;
  }
  get(v, id) { return v[this.index.get(id) ?? refuse(`the id ${id}`)]; }
  set(v, id, value) { v[this.index.get(id) ?? refuse(`the id ${id}`)] = value; }

  // Values on each of the days, after the events of the day. Dormand and Prince's pair of orders 5 and 4.
  simulate(days, relativeTolerance = 1e-9, absoluteTolerance = 1e-12) {
    const n = this.changing.length;
    const v = this.values();
    const stages = Array.from({length: 7}, () => new Float64Array(n));
    const rows = [];
    const armed = this.events.map(() => true);
    const happen = t => {
      for (;;) {
        this.settle(v, t);
        const due = this.events.map((event, i) => i).filter(i => armed[i] && t >= this.events[i].moment(v, t));
        if (due.length === 0) return;
        const first = due.reduce((a, b) => this.events[b].priority(v, t) > this.events[a].priority(v, t) ? b : a);
        armed[first] = false;
        this.events[first].apply(v, t);
        for (let i = 0; i < armed.length; ++i) armed[i] ||= t < this.events[i].moment(v, t);
      }
    };
    const slopeAt = (t, y, out) => {
      for (let i = 0; i < n; ++i) v[this.changing[i]] = y[i];
      this.settle(v, t);
      this.slope(v, t, out);
    };
    let t = 0, h = 1e-3;
    happen(0);
    for (const day of days) {
      while (t < day) {
        const next = Math.min(day, ...this.events.map((event, i) => armed[i] ? event.moment(v, t) : Infinity).filter(x => x > t));
        const y = Float64Array.from(this.changing, i => v[i]);
        let now = t;
        while (now < next) {
          const step = Math.min(h, next - now);
          const z = new Float64Array(n);
          slopeAt(now, y, stages[0]);
          for (let s = 1; s < 7; ++s) {
            for (let i = 0; i < n; ++i) {
              let sum = 0;
              for (let j = 0; j < s; ++j) sum += kInside[s][j] * stages[j][i];
              z[i] = y[i] + step * sum;
            }
            slopeAt(now + kDays[s] * step, z, stages[s]);
          }
          let worst = 0;
          for (let i = 0; i < n; ++i) {
            let error = 0;
            for (let j = 0; j < 7; ++j) error += kErrors[j] * stages[j][i];
            worst = Math.max(worst, Math.abs(step * error) /
                (absoluteTolerance + relativeTolerance * Math.max(Math.abs(y[i]), Math.abs(z[i]))));
          }
          if (worst <= 1) {
            now = step === next - now ? next : now + step;
            y.set(z);
          }
          if (worst > 1 || step === h) h = step * Math.min(4, Math.max(0.2, 0.9 * Math.pow(Math.max(worst, 1e-9), -0.2)));
        }
        for (let i = 0; i < n; ++i) v[this.changing[i]] = y[i];
        t = next;
        happen(t);
      }
      rows.push(Float64Array.from(v));
    }
    return rows;
  }
}

const kDays = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const kInside = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const kErrors = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

// The manuals as the packages carry them: with the list of the address's parameters, and links that
// lead to what is in the packages.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const kUnits = {none: '', gray: 'Gy', days: 'days', percent: '%', mm3: 'mm³', millionCells: 'million cells', usualDose: 'usual doses'};

// Every control that an address can set, with its words for choices.
export function parameterTable(root) {
  const read = path => readFileSync(join(root, path), 'utf8');
  const words = JSON.parse(read('assets/lang/en.json'));
  const choices = Object.fromEntries([...read('src/app/address.cpp')
      .matchAll(/case ControlId::(\w+):\s+return \{((?:"\w+"(?:, )?)+)\};/g)]
      .map(([, id, list]) => [id, list.replace(/"/g, '`')]));
  const rows = [...read('src/app/controls.def').matchAll(/^C\((.*)\)$/gm)].map(([, row]) => row.split(', '))
      .filter(([, , , , , , , , , , keeps]) => keeps !== 'none')
      .map(([id, , kind, low, high, , , unit]) => {
        const range = [low, high].every(end => /^[\d.]+$/.test(end)) ? `${low} to ${high}` : 'a number';
        const values = choices[id] ?? (kind === 'toggle' ? '`0`, `1`' : `${range} ${kUnits[unit] ?? ''}`.trim());
        return `| \`${id}\` | ${words[`control.${id}`] ?? id} | ${values} |`;
      });
  return `# Parameters of the lab's address

\`case\`, \`arm\`, \`play=1\`, \`present\` (a lecture), and every control by its name. A wrong value is told on the screen by
its name; the rest is kept. Those of radiotherapy and drugs set the first of each in the plan.

| name | what | values |
|---|---|---|
${rows.join('\n')}
`;
}

export function manuals(root) {
  const manual = name => readFileSync(join(root, 'docs', name), 'utf8')
      .replaceAll('](../src/app/controls.def)', '](parameters.md)')
      .replaceAll('](../web/abscope.d.ts)', '](abscope-lab/abscope.d.ts)')
      .replace(/\[([^\]]*)\]\((?:cli|presenting|languages)\.md\)/g, '$1');
  return {
    'packages.md': manual('packages.md'),
    'embedding.md': manual('embedding.md'),
    'parameters.md': parameterTable(root),
  };
}

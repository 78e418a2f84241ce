// The folder of the npm package: <abscope-lab>, its types, and the lab beside it.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {labFiles} from './course.mjs';
import {manuals} from './manual.mjs';

const readme = version => `# abscope-lab

\`<abscope-lab>\`: a teaching lab that animates how radiotherapy shifts the immune cells of an irradiated and a
distant tumour. One file, no dependencies. A teaching model, not for clinical decisions.

\`\`\`html
<script type="module" src="node_modules/abscope-lab/abscope-lab.js"></script>
<abscope-lab case="dewan-2009" arm="8x3"></abscope-lab>
\`\`\`

The lab itself (\`index.html\` and what it loads) lies in the same folder, and the element looks for it beside its
script. A bundler moves the script: copy the folder to where your site serves static files, and say where with
\`src\`:

\`\`\`js
import 'abscope-lab';
document.body.innerHTML = '<abscope-lab src="/static/abscope-lab/index.html" case="dewan-2009"></abscope-lab>';
\`\`\`

Attributes: \`case\`, \`arm\`, \`day\`, \`theme\`, \`play\`, \`settings\`, \`src\`, \`start="click"\`, \`start-label\`, \`poster\`,
\`title\`. Methods: \`load(case, arm)\`, \`play()\`, \`pause()\`, \`runTo(day)\`, \`getState()\`, \`setState(state)\`,
\`announce(text)\`, \`screenshot()\`. Events: \`abscope-ready\`, \`abscope-state\`, \`abscope-event\`, \`abscope-report\`,
\`abscope-error\`. All are typed in \`abscope.d.ts\`; the whole manual is \`embedding.md\`.

Version ${version}. MIT licence.
`;

// {path: bytes or text}
export function npmFiles({root, dist, version}) {
  const about = {
    name: 'abscope-lab',
    version,
    description: 'A custom element: how radiotherapy shifts the immune cells of two tumours',
    keywords: ['custom element', 'web component', 'simulation', 'radiotherapy', 'immunology', 'teaching'],
    license: 'MIT',
    type: 'module',
    main: 'abscope-lab.js',
    types: 'abscope.d.ts',
    exports: {'.': {types: './abscope.d.ts', default: './abscope-lab.js'}, './*': './*'},
    sideEffects: ['./abscope-lab.js'],
  };
  return {
    ...labFiles(dist),
    'abscope-lab.js': dist['abscope-lab.js'],
    'abscope.d.ts': dist['abscope.d.ts'],
    'package.json': `${JSON.stringify(about, null, 2)}\n`,
    'README.md': readme(version),
    'LICENSE': readFileSync(join(root, 'LICENSE')),
    'embedding.md': manuals(root)['embedding.md'].replace('abscope-lab/abscope.d.ts', 'abscope.d.ts'),
    'parameters.md': manuals(root)['parameters.md'],
  };
}

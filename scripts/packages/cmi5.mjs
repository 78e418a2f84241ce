// cmi5: the lab, the page around it with @xapi/cmi5, and the structure of the course.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {activities, coursePage, labFiles, xml} from './course.mjs';
import {zip} from './zip.mjs';

// Never to be changed: course sites keep what learners have done under these names.
const kIds = 'https://abscope.example/cmi5';

const text = (name, words) => `<${name}><langstring lang="en">${xml(words)}</langstring></${name}>`;

function unit({id, title, parameters}) {
  // A lesson may be passed; the lab as it is has no marks.
  const moveOn = id === 'lab' ? 'Completed' : 'CompletedOrPassed';
  const does = id === 'lab' ? 'The lab: done when a course has been run, or a lecture shown, to its end.' : title;
  return `  <au id="${kIds}/${id}" moveOn="${moveOn}" launchMethod="AnyWindow">
    ${text('title', title)}
    ${text('description', does)}
    <url>course.html${xml(parameters)}</url>
  </au>`;
}

export function courseStructure(list) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${kIds}/course">
    ${text('title', 'Abscope')}
    ${text('description', 'How radiotherapy shifts the immune cells of an irradiated and a distant tumour.')}
  </course>
${list.map(unit).join('\n')}
</courseStructure>
`;
}

export function cmi5Package({root, dist}) {
  const library = join(root, 'node_modules', '@xapi', 'cmi5');
  const scripts = ['<script src="Cmi5.umd.js" defer></script>', '<script src="cmi5.js" defer></script>'];
  return zip({
    ...labFiles(dist),
    ...coursePage(root, scripts, '*'),  // the store of statements is wherever the site says
    'cmi5.js': readFileSync(join(root, 'web', 'course', 'cmi5.js'), 'utf8'),
    'Cmi5.umd.js': readFileSync(join(library, 'dist', 'Cmi5.umd.js'), 'utf8').replace(/\n?\/\/# sourceMappingURL.*/, ''),
    'Cmi5.LICENSE.md': readFileSync(join(library, 'LICENSE.md')),
    'cmi5.xml': courseStructure(activities(root)),
  });
}

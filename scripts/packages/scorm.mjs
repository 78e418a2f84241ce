// SCORM 1.2 and SCORM 2004, 4th edition: the lab, the page around it, the manifest and the schemas
// that a package carries.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {activities, coursePage, labFiles, xml} from './course.mjs';
import {filesOf, zip} from './zip.mjs';

const kTitle = 'Abscope: radiotherapy and the immune cells of two tumours';
const kNames = {
  '1.2': {
    folder: 'scorm12edition',
    version: '1.2',
    kind: 'adlcp:scormtype',
    spaces: {
      '': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    },
    schemas: ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd'],
  },
  '2004': {
    folder: 'scorm20044thedition',
    version: '2004 4th Edition',
    kind: 'adlcp:scormType',
    spaces: {
      '': 'http://www.imsglobal.org/xsd/imscp_v1p1',
      'adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      'adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
      'adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
      'imsss': 'http://www.imsglobal.org/xsd/imsss',
    },
    schemas: ['imscp_v1p1.xsd', 'adlcp_v1p3.xsd', 'adlseq_v1p3.xsd', 'adlnav_v1p3.xsd', 'imsss_v1p0.xsd'],
  },
};

export const scormSchemas = (schemas, edition) => join(schemas, kNames[edition].folder);

function item({id, title, parameters}, edition) {
  const sequencing = edition === '2004' ? `
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>` : '';
  const given = parameters ? ` parameters="${xml(parameters)}"` : '';
  return `      <item identifier="item-${id}" identifierref="page"${given}>
        <title>${xml(title)}</title>${sequencing}
      </item>`;
}

export function scormManifest(list, files, version, edition) {
  const names = kNames[edition];
  const spaces = Object.entries(names.spaces).map(([prefix, uri]) => `xmlns${prefix && `:${prefix}`}="${uri}"`);
  const places = Object.values(names.spaces).map((uri, i) => `${uri} ${names.schemas[i]}`);
  const order = edition === '2004' ? `
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="abscope" version="${version}" ${spaces.join(' ')}
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="${places.join(' ')}">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${names.version}</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${xml(kTitle)}</title>
${list.map(one => item(one, edition)).join('\n')}${order}
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" ${names.kind}="sco" href="course.html">
${files.map(path => `      <file href="${xml(path)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

// edition: '1.2' or '2004'; schemas: the folder of the published schemas.
export function scormPackage({root, dist, version, schemas}, edition) {
  const files = {
    ...labFiles(dist),
    ...coursePage(root, [`<script src="scorm.js" data-version="${edition}" defer></script>`], "'none'"),
    'scorm.js': readFileSync(join(root, 'web', 'course', 'scorm.js'), 'utf8'),
  };
  const manifest = scormManifest(activities(root), Object.keys(files).sort(), version, edition);
  return zip({...files, ...filesOf(scormSchemas(schemas, edition)), 'imsmanifest.xml': manifest});
}

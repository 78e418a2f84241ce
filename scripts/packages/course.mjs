// What the packages of course sites have in common: the lab, the page around it, and the list of
// its activities.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const onlyHosted = /^(sw\.js|embed\.|oembed\.json|social-card\.png|abscope-lab\.js|abscope\.d\.ts)/;

// The lab without what only a web site needs.
export function labFiles(dist) {
  const files = {};
  for (const [path, data] of Object.entries(dist)) {
    if (!onlyHosted.test(path)) files[path] = data;
  }
  files['index.html'] = String(dist['index.html']).replace('data-offline="sw.js"', 'data-offline=""');
  return files;
}

// The page around the lab. connect: where it may send to, as a policy says it.
export function coursePage(root, scripts, connect) {
  const read = name => readFileSync(join(root, 'web', 'course', name), 'utf8');
  const tags = ['<script src="course.js" defer></script>', ...scripts].join('\n');
  return {
    'course.html': read('course.html').replace('CONNECT', connect).replace('<!-- SCRIPTS -->', tags),
    'course.css': read('course.css'),
    'course.js': read('course.js'),
  };
}

// {id, title, parameters, mark}: the lab as it is, and each lesson. mark: 0 to 1, for a pass.
export function activities(root) {
  const all = [{id: 'lab', title: 'Abscope', parameters: ''}];
  const folder = join(root, 'assets', 'lessons');
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.json')).sort() : [];
  for (const name of names) {
    const lesson = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const id = name.replace(/\.json$/, '');
    if (typeof lesson.title !== 'string') continue;  // a list of something else
    all.push({id, title: lesson.title, parameters: `?lesson=${id}&goal=lesson:${id}`});
  }
  return all;
}

export const xml = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

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

// {id, title, parameters}: the lab as it is, and each lesson.
export function activities(root) {
  const all = [{id: 'lab', title: 'Abscope', parameters: ''}];
  const folder = join(root, 'assets', 'lessons');
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.json')).sort() : [];
  const lessons = names.map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')))
      .filter(({format}) => String(format).startsWith('abscope-lesson/'))
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  for (const {id, title} of lessons) all.push({id, title, parameters: `?lesson=${id}&goal=lesson:${id}`});
  return all;
}

export const xml = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

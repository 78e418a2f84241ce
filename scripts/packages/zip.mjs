// A zip with the same bytes for the same files: sorted names, one date, one level of compression.
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {zipSync} from 'fflate';

const kDate = new Date(1980, 0, 1);  // the first that a zip knows; local time, as zips are

// {path: bytes or text} -> bytes
export function zip(files) {
  const entries = {};
  for (const path of Object.keys(files).sort()) {
    const data = files[path];
    entries[path] = typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
  }
  return zipSync(entries, {mtime: kDate, level: 9, os: 0});
}

// All files of a folder as {path: bytes}, by paths with / from there.
export function filesOf(folder, within = '') {
  const files = {};
  for (const name of readdirSync(join(folder, within)).sort()) {
    const path = within ? `${within}/${name}` : name;
    if (statSync(join(folder, path)).isDirectory()) Object.assign(files, filesOf(folder, path));
    else files[path] = readFileSync(join(folder, path));
  }
  return files;
}

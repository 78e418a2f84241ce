// What tests of the packages need: all of them made from dist/, unpacked, and the other side of
// each: a course site with scorm-again, a store of statements for cmi5.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {unzipSync} from 'fflate';
import {dist, root} from './lab.mjs';

export const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

// A folder with everything that --package makes; remove() takes it away.
export function makePackages() {
  const work = mkdtempSync(join(tmpdir(), 'abscope-packages-'));
  const folder = join(work, 'packages');
  execFileSync('bash', [join(root, 'scripts/fetch-schemas.sh')], {stdio: 'pipe'});
  execFileSync(process.execPath, [join(root, 'scripts/make-packages.mjs'), dist, folder], {stdio: 'pipe'});
  return {
    work,
    folder,
    file: end => {
      const found = readdirSync(folder).filter(name => name.startsWith('abscope-') && name.endsWith(end));
      assert.equal(found.length, 1, `packages that end with ${end}: ${found}`);
      return join(folder, found[0]);
    },
    remove: () => rmSync(work, {recursive: true, force: true}),
  };
}

export const read = archive => unzipSync(readFileSync(archive));

// The archive as files in a folder of that name, which is given back.
export function unpack(archive, to) {
  for (const [path, data] of Object.entries(read(archive))) {
    mkdirSync(dirname(join(to, path)), {recursive: true});
    writeFileSync(join(to, path), data);
  }
  return to;
}

// In place of the lab: says what it is told to (say(...)), from the same place and in its words.
export const stubLab = `<!doctype html><title>lab</title><script>
  globalThis.say = message => parent.postMessage({abscope: 1, ...message}, '*');
  say({type: 'ready'});
</script>`;

// The page of a course site with a SCORM run-time; its API is there before the course is opened.
export function scormSite(folder, edition, course = 'course.html') {
  const name = edition === '2004' ? 'scorm2004' : 'scorm12';
  cpSync(join(root, 'node_modules/scorm-again/dist', `${name}.min.js`), join(folder, 'run-time.js'));
  return `<!doctype html><meta charset="utf-8"><title>Course site</title>
<style>body { margin: 0 } iframe { width: 100vw; height: 100vh; border: 0 }</style>
<script src="run-time.js"></script>
<script>
  const kept = JSON.parse(sessionStorage.getItem('kept') ?? 'null');
  const api = new ${edition === '2004' ? 'Scorm2004API' : 'Scorm12API'}({autocommit: false, logLevel: 5});
  if (kept) api.loadFromJSON(kept, 'cmi');
  window.${edition === '2004' ? 'API_1484_11' : 'API'} = api;
  globalThis.openCourse = () => {
    const frame = document.createElement('iframe');
    frame.src = '${course}';
    document.body.append(frame);
  };
  globalThis.closeCourse = () => document.querySelector('iframe').remove();
</script>`;
}

// The store of statements, and what a course site keeps in it before it opens an activity.
export async function statementStore({masteryScore, launchMode = 'Normal'} = {}) {
  const statements = [], documents = new Map(), refused = [];
  let tokens = 1;
  const returnUrl = {value: undefined};
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://x');
    const answer = (status, body) => {
      response.writeHead(status, {
        'Content-Type': 'application/json',
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': '*, Authorization',
        'Access-Control-Allow-Methods': 'GET, PUT, POST',
        'X-Experience-API-Version': '1.0.3',
      });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    if (request.method === 'OPTIONS') return answer(204);
    let text = '';
    for await (const part of request) text += part;
    if (url.pathname === '/fetch') {
      // A token is given once.
      return tokens-- > 0 ? answer(200, {'auth-token': 'c2VjcmV0'}) : answer(200, {'error-code': '1', 'error-text': 'used'});
    }
    if (request.headers.authorization !== 'Basic c2VjcmV0' || !request.headers['x-experience-api-version']) {
      refused.push(url.pathname);
      return answer(401);
    }
    if (url.pathname === '/xapi/statements') {
      const sent = JSON.parse(text);
      statements.push(...[sent].flat());
      return answer(request.method === 'PUT' ? 204 : 200, request.method === 'PUT' ? undefined : [[sent].flat()[0].id]);
    }
    if (url.pathname === '/xapi/activities/state') {
      const id = url.searchParams.get('stateId');
      if (id === 'LMS.LaunchData') {
        return answer(200, {
          launchMode,
          masteryScore,
          moveOn: 'CompletedOrPassed',
          returnURL: returnUrl.value,
          contextTemplate: {extensions: {'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1'}},
        });
      }
      if (request.method === 'GET') return documents.has(id) ? answer(200, documents.get(id)) : answer(404);
      documents.set(id, {...(request.method === 'POST' && documents.get(id)), ...JSON.parse(text)});
      return answer(204);
    }
    return answer(404);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const at = `http://127.0.0.1:${server.address().port}`;
  const verb = one => one.verb.id.replace(/.*\//, '');
  return {
    statements,
    documents,
    refused,
    returnUrl,
    renewToken: () => tokens = 1,
    verbs: () => statements.map(verb),
    find: name => statements.find(one => verb(one) === name),
    // What a course site adds to the address of an activity.
    launch: () => new URLSearchParams({
      endpoint: `${at}/xapi/`,
      fetch: `${at}/fetch`,
      actor: JSON.stringify({objectType: 'Agent', account: {homePage: 'https://site.example', name: 'student-1'}}),
      registration: '6d2ae1f5-9b7a-4a52-a3f4-2bb7f1b9e0aa',
      activityId: 'https://site.example/activity/1',
    }).toString(),
    close: () => {
      server.closeAllConnections?.();
      server.close();
    },
  };
}

export async function until(what, check, timeout = 20000) {
  const end = Date.now() + timeout;
  while (!await check()) {
    assert.ok(Date.now() < end, `never: ${what}`);
    await new Promise(done => setTimeout(done, 50));
  }
}

// The packages as those who get them use them: from the archives alone. In place of the lab stands a
// page that speaks its messages; packages_lab.test.mjs has the lab itself in each.
import assert from 'node:assert/strict';
import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {memoryPages, validateXML} from 'xmllint-wasm';
import {launch, newPage, serve, waitReady} from './lab.mjs';
import {makePackages, read, scormSite, statementStore, stubLab, unpack, until, version} from './packages.mjs';

let browser, packages;
before(async () => {
  packages = makePackages();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  packages?.remove();
});

async function openSite(name, edition, query = '') {
  const folder = unpack(packages.file(name), join(packages.work, `${name}-${Math.random()}`));
  const html = scormSite(folder, edition, `course.html${query}`);
  const server = await serve(folder, 0, {'/site.html': html, '/index.html': stubLab});
  const opened = await newPage(browser);
  await opened.page.goto(`http://127.0.0.1:${server.port}/site.html`);
  return {
    ...opened,
    say: message => opened.page.frames().find(frame => frame.url().includes('index.html')).evaluate(m => say(m), message),
    value: path => opened.page.evaluate(p => String(p.split('.').reduce((at, key) => at[key], api)), path),
    start: async () => {
      await opened.page.evaluate(() => openCourse());
      await until('the lab is there', () => opened.page.frames().some(frame => frame.url().includes('index.html')));
      await until('it speaks', () => opened.page.frames().at(-1).evaluate(() => typeof say === 'function').catch(() => false));
    },
    close: async () => {
      await opened.close();
      server.close();
    },
  };
}

const report = (activity, id, more) => ({type: 'report', activity, id, completion: 1, ...more});
const state = link => ({type: 'state', link});

describe('the archives', () => {
  test('have the checksums that are written beside them', async () => {
    const {createHash} = await import('node:crypto');
    const lines = readFileSync(join(packages.folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
    assert.equal(lines.length, 7);
    for (const line of lines) {
      const [sum, name] = line.split('  ');
      assert.equal(createHash('sha256').update(readFileSync(join(packages.folder, name))).digest('hex'), sum, name);
    }
  });

  test('have manifests that are valid by the published schemas, which they carry', async () => {
    for (const [end, schemas] of [['scorm-1.2.zip', 'scorm12edition'], ['scorm-2004.zip', 'scorm20044thedition']]) {
      const files = read(packages.file(end));
      const text = path => new TextDecoder().decode(files[path]);
      const manifest = text('imsmanifest.xml');
      const preload = Object.keys(files).filter(path => /\.(xsd|dtd)$/.test(path))
          .map(path => ({fileName: path, contents: text(path).replace('http://www.w3.org/2001/03/xml.xsd', 'xml.xsd')}));
      assert.ok(preload.length >= 4, 'no schemas in it');
      const spaces = [...manifest.matchAll(/(\S+) (\w+\.xsd)/g)].map(([, space, place]) => [space.replace(/.*"/, ''), place]);
      const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${
          spaces.map(([space, place]) => `<xs:import namespace="${space}" schemaLocation="${place}"/>`).join('')}</xs:schema>`;
      const check = contents => validateXML({
        xml: {fileName: 'imsmanifest.xml', contents}, schema: {fileName: 'all.xsd', contents: all}, preload,
        initialMemoryPages: 256, maxMemoryPages: 2 * memoryPages.MiB * 16,
      });
      assert.deepEqual((await check(manifest)).errors.map(error => error.message), [], schemas);
      const wrong = manifest.replace('identifierref="page"', 'identifierref="page" colour="red"');
      assert.equal((await check(wrong)).valid, false, 'a wrong manifest passes');
      for (const [, href] of manifest.matchAll(/<file href="([^"]+)"/g)) assert.ok(href in files, `${href} is not in it`);
    }
  });

  test('hold what their kind wants, and no more', () => {
    const hosted = read(packages.file('hosted.zip'));
    for (const name of ['index.html', 'sw.js', 'embed.html', 'abscope-lab.js', 'social-card.png']) assert.ok(name in hosted, name);
    for (const end of ['scorm-1.2.zip', 'scorm-2004.zip', 'cmi5.zip']) {
      const files = read(packages.file(end));
      assert.ok('course.html' in files && 'abscope.wasm' in files && !('sw.js' in files) && !('embed.html' in files), end);
      assert.doesNotMatch(new TextDecoder().decode(files['index.html']), /data-offline="sw/);
    }
    const course = new TextDecoder().decode(read(packages.file('cmi5.zip'))['cmi5.xml']);
    assert.match(course, /<au id="https:[^"]+" moveOn="Completed"/);
    assert.match(course, /<url>course\.html<\/url>/);
    // What H5P lets into a package: content may hold no web pages, libraries may hold scripts.
    const h5p = Object.keys(read(packages.file('.h5p')));
    assert.ok(h5p.includes('h5p.json') && h5p.includes('content/content.json'));
    for (const path of h5p) assert.match(path, /\.(json|js|css|svg|png)$/, 'H5P refuses this file');
    assert.ok(statSync(packages.file('offline.html')).size <= 4 * 1024 * 1024);
  });

  test('come with manuals whose links lead to what is there, and with every parameter', async () => {
    const {existsSync} = await import('node:fs');
    for (const name of ['packages.md', 'embedding.md', 'parameters.md', 'abscope-lab/README.md', 'abscope-lab/embedding.md']) {
      const text = readFileSync(join(packages.folder, name), 'utf8');
      for (const [, link] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
        // Of one manual beside another: the folder of npm has its own two.
        const at = join(packages.folder, name, '..', link);
        assert.ok(existsSync(at) || existsSync(join(packages.folder, link)), `${name}: ${link} is not in the packages`);
      }
    }
    const parameters = readFileSync(join(packages.folder, 'parameters.md'), 'utf8');
    assert.ok(parameters.match(/^\| `/gm).length > 60, 'parameters are missing');
    assert.match(parameters, /^\| `theme` \| [^|]+ \| `dark`, `light`/m);
    assert.match(parameters, /^\| `rtDose` \| Dose per fraction \|/m);
  });

  test('hold the npm package, as npm sees it', async () => {
    const {execFileSync} = await import('node:child_process');
    const folder = join(packages.folder, 'abscope-lab');
    const [pack] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}));
    assert.equal(pack.id, `abscope-lab@${version}`);
    const names = pack.files.map(file => file.path);
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const name of [about.main, about.types, 'README.md', 'LICENSE', 'index.html', 'abscope.wasm', 'loader.js']) {
      assert.ok(names.includes(name), `${name} is missing`);
    }
    assert.ok(!names.includes('sw.js') && !names.includes('embed.html'));
  });
});

describe('SCORM 1.2', () => {
  test('completion, score, time, answers and the state to come back to', async () => {
    const site = await openSite('scorm-1.2.zip', '1.2');
    await site.start();
    assert.equal(await site.value('cmi.core.lesson_status'), 'incomplete');
    await site.say(state('#s=abc'));
    await site.say(report('lesson', 'one', {completion: 0.5, score: 0.4,
      answers: [{question: 'q1', kind: 'choice', response: 'first', correct: false}]}));
    await until('the score', async () => await site.value('cmi.core.score.raw') === '40');
    assert.equal(await site.value('cmi.core.lesson_status'), 'incomplete');
    await site.say(report('lesson', 'one', {score: 0.85}));
    await until('completed', async () => await site.value('cmi.core.lesson_status') === 'completed');
    assert.equal(await site.value('cmi.core.score.raw'), '85');
    await site.say(report('lesson', 'one', {score: 0.2}));
    await site.say(state('#s=later'));
    await site.page.evaluate(() => closeCourse());
    assert.equal(await site.value('cmi.core.score.raw'), '85', 'a worse try takes points away');
    assert.equal(await site.value('cmi.suspend_data'), '#s=later');
    const {time, exit, terminated, answers} = await site.page.evaluate(() => ({
      time: api.cmi.core.toJSON().session_time,
      exit: api.cmi.core.toJSON().exit,
      terminated: api.isTerminated(),
      answers: api.cmi.interactions.childArray.map(one => one.toJSON())
          .map(one => [one.id, one.type, one.student_response, one.result].join(' ')),
    }));
    assert.match(time, /^\d{2,4}:\d\d:\d\d\.\d+$/);
    assert.equal(exit, 'suspend');
    assert.equal(terminated, true);
    assert.deepEqual(answers, ['q1 fill-in first wrong']);
    assert.deepEqual(site.errors, []);
    await site.close();
  });

  test('a mastery score makes it passed or failed; what comes after takes nothing back', async () => {
    const site = await openSite('scorm-1.2.zip', '1.2', '?goal=lesson:one');
    await site.page.evaluate(() => api.loadFromJSON({student_data: {mastery_score: '80'}}, 'cmi'));
    await site.start();
    await site.say(report('run', 'dewan-2009/8x3'));
    await site.say(report('lesson', 'two', {score: 1}));
    await site.say(report('lesson', 'one', {score: 0.5}));
    await until('failed', async () => await site.value('cmi.core.lesson_status') === 'failed');
    await site.say(report('lesson', 'one', {score: 0.9}));
    await until('passed', async () => await site.value('cmi.core.lesson_status') === 'passed');
    await site.say(report('lesson', 'one', {score: 0.1}));
    await site.page.evaluate(() => closeCourse());
    assert.equal(await site.value('cmi.core.lesson_status'), 'passed');
    await site.close();
  });

  test('a plan that is too long is not cut: the learner is told', async () => {
    const site = await openSite('scorm-1.2.zip', '1.2');
    await site.start();
    await site.say(state(`#s=${'x'.repeat(4092)}`));  // 4,095 characters
    await until('kept', async () => (await site.value('cmi.suspend_data')).length === 4095);
    await site.say(state(`#s=${'y'.repeat(4094)}`));
    const course = site.page.frames().find(frame => frame.url().includes('course.html'));
    await course.waitForFunction(() => /too long/.test(document.getElementById('notice').textContent));
    assert.equal((await site.value('cmi.suspend_data')).length, 4095);
    await site.close();
  });

  test('comes back to where the learner was; a foreign state is left alone', async () => {
    for (const [kept, expected] of [['#s=abc-_9', /index\.html\?host=[^#]*#s=abc-_9$/], ['javascript:x', /index\.html\?host=[^#]*$/]]) {
      const site = await openSite('scorm-1.2.zip', '1.2');
      await site.page.evaluate(data => api.loadFromJSON({suspend_data: data, core: {lesson_status: 'completed', entry: 'resume'}}, 'cmi'), kept);
      await site.start();
      const lab = site.page.frames().find(frame => frame.url().includes('index.html'));
      assert.match(lab.url(), expected);
      assert.equal(await site.value('cmi.core.lesson_status'), 'completed');
      await site.close();
    }
  });

  test('without a course site it says that nothing is recorded', async () => {
    const folder = unpack(packages.file('scorm-1.2.zip'), join(packages.work, 'alone'));
    const server = await serve(folder, 0, {'/index.html': stubLab});
    const {page, close} = await newPage(browser);
    await page.goto(`http://127.0.0.1:${server.port}/course.html`);
    await page.getByText('nothing is recorded here').waitFor();
    await close();
    server.close();
  });
});

describe('SCORM 2004', () => {
  test('completion, success, score, progress, time and the state to come back to', async () => {
    const site = await openSite('scorm-2004.zip', '2004');
    await site.page.evaluate(() => api.cmi.scaled_passing_score = 0.8);
    await site.start();
    assert.equal(await site.value('cmi.completion_status'), 'incomplete');
    await site.say(report('lecture', 'sequence', {completion: 0.25}));
    await until('progress', async () => await site.value('cmi.progress_measure') === '0.25');
    await site.say(report('lesson', 'one', {score: 0.875, answers: [
      {question: 'q1', kind: 'choice', response: 'a', correct: true}, {question: 'q2', kind: 'numeric', response: '12.5', correct: false}]}));
    await until('completed', async () => await site.value('cmi.completion_status') === 'completed');
    assert.equal(await site.value('cmi.success_status'), 'passed');
    assert.equal(await site.value('cmi.score.scaled'), '0.875');
    assert.equal(await site.value('cmi.score.raw'), '87.5');
    assert.equal(await site.value('cmi.progress_measure'), '1');
    await site.say(state('#s=xyz'));
    const before = await site.page.evaluate(() => new Promise(done => {
      api.on('SetValue.cmi.session_time', (element, value) => globalThis.sessionTime = value);
      api.on('SetValue.cmi.exit', (element, value) => globalThis.exit = value);
      setTimeout(() => {
        closeCourse();
        done({time: globalThis.sessionTime, exit: globalThis.exit, terminated: api.isTerminated(),
          answers: api.cmi.interactions.childArray.map(one => [one.id, one.type, one.learner_response, one.result].join(' '))});
      }, 100);
    }));
    assert.match(before.time, /^PT\d+\.\d\dS$/);
    assert.equal(before.exit, 'suspend');
    assert.equal(before.terminated, true);
    assert.deepEqual(before.answers, ['q1 choice a correct', 'q2 numeric 12.5 incorrect']);
    assert.equal(await site.value('cmi.suspend_data'), '#s=xyz');
    await site.close();
  });
});

describe('cmi5', () => {
  async function openUnit(store, query = '') {
    const folder = unpack(packages.file('cmi5.zip'), join(packages.work, `cmi5-${Math.random()}`));
    const server = await serve(folder, 0, {'/index.html': stubLab, '/back.html': '<title>back</title>'});
    const opened = await newPage(browser);
    const at = `http://127.0.0.1:${server.port}`;
    store.returnUrl.value = `${at}/back.html`;
    await opened.page.goto(`${at}/course.html?${query}${store.launch()}`);
    const lab = () => opened.page.frames().find(frame => frame.url().includes('index.html'));
    await until('the lab is there', async () => lab() && lab().evaluate(() => typeof say === 'function').catch(() => false));
    return {...opened, lab, say: message => lab().evaluate(m => say(m), message), close: async () => {
      await opened.close();
      server.close();
    }};
  }

  test('initialized, completed, passed with its score, terminated; the state is kept', async () => {
    const store = await statementStore({masteryScore: 0.8});
    const unit = await openUnit(store);
    assert.deepEqual(store.verbs(), ['initialized']);
    assert.doesNotMatch(unit.lab().url(), /endpoint|actor|fetch/, 'the lab is told secrets');
    await unit.say(state('#s=one'));
    await unit.say(report('lesson', 'one', {score: 0.9, answers: [{question: 'q1', kind: 'choice', response: 'a', correct: true}]}));
    await until('passed', () => store.find('passed'));
    await unit.say(report('lesson', 'one', {score: 0.95}));
    await until('the state', () => store.documents.get('abscope-resume')?.link === '#s=one');
    await unit.page.getByRole('button', {name: 'Save and leave'}).click();
    await unit.page.waitForURL(/back\.html$/);
    await until('terminated', () => store.find('terminated'));
    assert.deepEqual(store.verbs(), ['initialized', 'answered', 'completed', 'passed', 'terminated']);
    const passed = store.find('passed');
    assert.equal(passed.result.score.scaled, 0.9);
    assert.equal(passed.result.success, true);
    assert.equal(store.find('completed').result.completion, true);
    assert.match(store.find('terminated').result.duration, /^PT?/);
    for (const statement of store.statements) {
      assert.equal(statement.context.registration, '6d2ae1f5-9b7a-4a52-a3f4-2bb7f1b9e0aa');
      assert.equal(statement.context.extensions['https://w3id.org/xapi/cmi5/context/extensions/sessionid'], 'session-1');
      assert.equal(statement.actor.account.name, 'student-1');
      assert.ok(statement.id && statement.timestamp);
    }
    assert.deepEqual(store.refused, []);
    assert.deepEqual(unit.errors, []);
    await unit.close();

    // The next session: the same state, and neither statement a second time.
    store.renewToken();
    store.statements.length = 0;
    const again = await openUnit(store);
    assert.match(again.lab().url(), /#s=one$/);
    await again.say(report('lesson', 'one', {score: 1}));
    await again.page.goto('about:blank');
    await until('terminated', () => store.find('terminated'));
    assert.deepEqual(store.verbs(), ['initialized', 'terminated']);
    await again.close();
    store.close();
  });

  test('below the mastery score it has failed; only browsing, nothing is said', async () => {
    const store = await statementStore({masteryScore: 0.8});
    const unit = await openUnit(store, 'goal=lesson:one&');
    await unit.say(report('run', 'x/y'));
    await unit.say(report('lesson', 'one', {score: 0.5}));
    await until('failed', () => store.find('failed'));
    assert.deepEqual(store.verbs(), ['initialized', 'completed', 'failed']);
    await unit.close();
    store.close();

    const preview = await statementStore({launchMode: 'Browse'});
    const looked = await openUnit(preview);
    await looked.say(report('lesson', 'one', {score: 1}));
    await looked.page.getByText('Preview: nothing is recorded').waitFor();
    await looked.page.goto('about:blank');
    await until('terminated', () => preview.find('terminated'));
    assert.deepEqual(preview.verbs(), ['initialized', 'terminated']);
    await looked.close();
    preview.close();
  });
});

describe('the offline file', () => {
  test('starts from disk, asks for nothing else, and breaks no rule of its own policy', async () => {
    const {page, errors, close} = await newPage(browser);
    const asked = [], complaints = [];
    const address = pathToFileURL(packages.file('offline.html')).href;
    page.on('request', request => request.url() === address || asked.push(request.url().slice(0, 100)));
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(address);
    await waitReady(page);
    assert.deepEqual([asked.filter(url => !url.startsWith('data:')), errors, complaints], [[], [], []]);
    const refused = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ranInline = true';
      document.body.append(script);
      return globalThis.ranInline !== true;
    });
    assert.ok(refused, 'any script may run in the page');
    await close();
  });
});

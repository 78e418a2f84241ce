// The lab itself in each package, from start to end.
import assert from 'node:assert/strict';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {full, launch, newPage, onlyFull, root, serve, waitReady} from './lab.mjs';
import {makePackages, scormSite, statementStore, unpack, until} from './packages.mjs';

// A study that is played to its end, and its plan changed on the way: speed is days a second.
const kRun = '?case=dewan-2009&arm=8x3&play=1&speed=30';

let browser, packages;
before(async () => {
  if (!full) return;
  packages = makePackages();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  packages?.remove();
});

const labOf = page => page.frames().find(frame => /index\.html|abscope-lab\/\?|^blob:/.test(frame.url()));

async function labReady(page) {
  await until('the lab is there', () => labOf(page));
  await waitReady(labOf(page), 60000);
  return labOf(page);
}

describe('a run to its end', onlyFull, () => {
  for (const edition of ['1.2', '2004']) {
    test(`is completion in SCORM ${edition}, and the plan comes back`, async () => {
      const folder = unpack(packages.file(`scorm-${edition}.zip`), join(packages.work, edition));
      const server = await serve(folder, 0, {
        '/site.html': scormSite(folder, edition, `course.html${kRun}`),
        '/again.html': scormSite(folder, edition, 'course.html?case=dewan-2009'),
      });
      const {page, errors, close} = await newPage(browser);
      const at = `http://127.0.0.1:${server.port}`;
      await page.goto(`${at}/site.html`);
      await page.evaluate(() => openCourse());
      await labReady(page);
      const status = edition === '2004' ? () => api.cmi.completion_status : () => api.cmi.core.lesson_status;
      assert.equal(await page.evaluate(status), 'incomplete');
      await until('completed', async () => await page.evaluate(status) === 'completed', 90000);
      await page.evaluate(() => closeCourse());
      const link = await page.evaluate(() => api.cmi.suspend_data);
      assert.match(link, /^#.{20,4090}$/);
      await page.evaluate(data => sessionStorage.setItem('kept', JSON.stringify({suspend_data: data})), link);

      await page.goto(`${at}/again.html`);
      await page.evaluate(() => openCourse());
      const lab = await labReady(page);
      assert.ok(lab.url().endsWith(link), lab.url());
      assert.deepEqual(errors, []);
      await close();
      server.close();
    });
  }

  test('is completion in cmi5', async () => {
    const store = await statementStore();
    const folder = unpack(packages.file('cmi5.zip'), join(packages.work, 'cmi5'));
    const server = await serve(folder);
    const {page, errors, close} = await newPage(browser);
    await page.goto(`http://127.0.0.1:${server.port}/course.html${kRun}&${store.launch()}`);
    await labReady(page);
    await until('completed', () => store.find('completed'), 90000);
    await page.goto('about:blank');
    await until('terminated', () => store.find('terminated'));
    assert.deepEqual(store.verbs(), ['initialized', 'completed', 'terminated']);
    assert.match(store.documents.get('abscope-resume').link, /^#/);
    assert.deepEqual(errors, []);
    await close();
    server.close();
    store.close();
  });

  test('is completion in H5P, and the author\u2019s choices are there', async () => {
    const folder = unpack(packages.file('.h5p'), join(packages.work, 'h5p', 'content'));
    const player = join(packages.work, 'h5p', 'player');
    cpSync(join(root, 'node_modules/h5p-standalone/dist'), player, {recursive: true});
    writeFileSync(join(folder, 'content/content.json'), JSON.stringify({case: 'dewan-2009', settings: 'arm=8x3&speed=30&play=1'}));
    const server = await serve(join(packages.work, 'h5p'), 0, {'/page.html': `<!doctype html><title>H5P</title>
      <div id="here"></div><script src="player/main.bundle.js"></script><script>
      globalThis.said = [];
      globalThis.reports = [];
      new H5PStandalone.H5P(document.getElementById('here'), {h5pJsonPath: '/content', frameJs: '/player/frame.bundle.js',
        frameCss: '/player/styles/h5p.css'}).then(() => H5P.externalDispatcher.on('xAPI', event => said.push(event.data.statement)));
      </script>`});
    const {page, errors, close} = await newPage(browser);
    await page.goto(`http://127.0.0.1:${server.port}/page.html`);
    await labReady(page);
    // What the lab says to the content type around it.
    await labOf(page).parentFrame().evaluate(() => addEventListener('message',
        ({data}) => data?.type === 'report' && top.reports.push(data.id)));
    await until('completed', () => page.evaluate(() => said.some(one => /completed$/.test(one.verb.id))), 90000);
    assert.deepEqual(await page.evaluate(() => reports), ['dewan-2009/8x3']);
    assert.deepEqual(errors, []);
    await close();
    server.close();
  });
});

test('the npm package works when it is installed and imported', onlyFull, async () => {
  const site = join(packages.work, 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', packages.file('.tgz')], {cwd: site, stdio: 'pipe'});
  const server = await serve(site, 0, {'/page.html': `<!doctype html><title>Page</title>
    <script type="module">
      import {AbscopeLab} from './node_modules/abscope-lab/abscope-lab.js';
      globalThis.isIt = document.querySelector('abscope-lab') instanceof AbscopeLab;
    </script>
    <abscope-lab case="dewan-2009" arm="8x3"></abscope-lab>`});
  const {page, errors, close} = await newPage(browser);
  await page.goto(`http://127.0.0.1:${server.port}/page.html`);
  await labReady(page);
  const state = await page.evaluate(() => document.querySelector('abscope-lab').getState());
  assert.equal(await page.evaluate(() => isIt), true);
  assert.equal(`${state.case}/${state.arm}`, 'dewan-2009/8x3');
  assert.deepEqual(errors, []);
  await close();
  server.close();
});

test('the same build makes the same bytes', onlyFull, () => {
  const again = makePackages();
  const sums = folder => readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
  assert.equal(sums(again.folder), sums(packages.folder));
  again.remove();
});

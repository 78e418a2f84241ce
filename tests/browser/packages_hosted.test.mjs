// The hosted form: under any path with a strict policy, without a network on the second visit, a new
// version that takes over, and the page that writes embedding lines.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {PNG} from 'pngjs';
import {dist, launch, newPage, onlyFull, passFrames, root, serve, waitReady} from './lab.mjs';
import {until} from './packages.mjs';

const kPath = '/courses/7/files/abscope/';
const kPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
    "img-src 'self' data:; worker-src blob:; base-uri 'none'; form-action 'none'";

let browser, work;
before(async () => {
  work = mkdtempSync(join(tmpdir(), 'abscope-hosted-'));
  mkdirSync(join(work, kPath), {recursive: true});
  cpSync(dist, join(work, kPath), {recursive: true});
  browser = await launch();
});
after(async () => {
  await browser?.close();
  if (work) rmSync(work, {recursive: true, force: true});
});

test('runs under a sub-path with a strict policy, and breaks none of its rules', async () => {
  const server = await serve(work, 0, {}, {'Content-Security-Policy': kPolicy});
  const {page, errors, close} = await newPage(browser);
  const outside = [];
  const at = `http://127.0.0.1:${server.port}${kPath}`;
  page.on('request', request => request.url().startsWith(at) || /^(data|blob):/.test(request.url()) || outside.push(request.url()));
  await page.addInitScript(() => {
    globalThis.broken = [];
    addEventListener('securitypolicyviolation', event => broken.push(`${event.effectiveDirective} ${event.blockedURI}`));
  });
  await page.goto(`${at}?case=dewan-2009`);
  await waitReady(page);
  await page.waitForTimeout(4000);  // by now it would have asked for the service worker
  assert.deepEqual(await page.evaluate(() => broken), []);
  assert.deepEqual([errors, outside], [[], []]);
  // The policy is there and would be heard.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = '1';
    document.body.append(script);
  });
  await until('a violation is heard', () => page.evaluate(() => broken.some(text => text.startsWith('script-src'))));
  await close();
  server.close();
});

describe('without a network', () => {
  const ready = page => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const names = await caches.keys();
    return {active: registration.active?.state, names};
  });
  const shown = page => page.evaluate(() => document.querySelector('script[data-version]').dataset.version);

  test('the second visit works', async () => {
    const server = await serve(work);
    const {page, errors, close} = await newPage(browser);
    const at = `http://127.0.0.1:${server.port}${kPath}`;
    await page.goto(at);
    await waitReady(page);
    await until('the service worker', async () => (await ready(page)).active === 'activated');
    server.close();
    await assert.rejects(fetch(at), 'the server still answers: the test proves nothing');
    await page.goto(`${at}index.html?case=dewan-2009&arm=8x3`);
    await waitReady(page);
    assert.deepEqual(errors, []);
    await close();
  });

  test('a new version takes over with the next load; the old one is kept once and then goes', onlyFull, async () => {
    const server = await serve(work);
    const {page, close} = await newPage(browser);
    const at = `http://127.0.0.1:${server.port}${kPath}`;
    await page.goto(at);
    await waitReady(page);
    const first = await shown(page);
    await until('the service worker', async () => (await ready(page)).active === 'activated');
    const folder = join(work, kPath);
    const change = (name, from, to) => {
      const text = readFileSync(join(folder, name), 'utf8');
      assert.ok(text.includes(from), `${name} has no ${from}`);
      writeFileSync(join(folder, name), text.replaceAll(from, to));
    };
    let last = first;
    for (const next of ['aaaaaaaaaa', 'bbbbbbbbbb']) {
      for (const name of ['index.html', 'sw.js']) change(name, last, next);
      await page.reload();
      await waitReady(page);
      assert.equal(await shown(page), next, 'an old page from a cache');
      await until(`the worker of ${next}`, async () => (await ready(page)).names.some(name => name.endsWith(next)), 30000);
      last = next;
    }
    await until('the first version goes', async () => !(await ready(page)).names.some(name => name.endsWith(first)));
    const {names} = await ready(page);
    assert.equal(names.length, 2, names.join());
    server.close();
    await page.reload();
    await waitReady(page);
    assert.equal(await shown(page), last);
    await close();
  });
});

test('a build for an address announces oEmbed and its picture by whole addresses', () => {
  const build = join(work, 'build'), to = join(work, 'site');
  mkdirSync(build);
  for (const end of ['js', 'wasm']) cpSync(join(dist, `abscope.${end}`), join(build, `abscope_lab.${end}`));
  execFileSync(process.execPath, [join(root, 'scripts/make-dist.mjs'), build, to],
      {env: {...process.env, ABSCOPE_SITE: 'https://your.site/abscope/index.html'}, stdio: 'pipe'});
  const oembed = JSON.parse(readFileSync(join(to, 'oembed.json'), 'utf8'));
  assert.deepEqual([oembed.version, oembed.type], ['1.0', 'rich']);
  assert.match(oembed.html, /^<iframe src="https:\/\/your\.site\/abscope\/" .*title="[^"]+".*<\/iframe>$/);
  const picture = PNG.sync.read(readFileSync(join(to, 'social-card.png')));
  assert.deepEqual([oembed.thumbnail_width, oembed.thumbnail_height], [picture.width, picture.height]);
  assert.equal(oembed.thumbnail_url, 'https://your.site/abscope/social-card.png');
  const page = readFileSync(join(to, 'index.html'), 'utf8');
  assert.match(page, /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/your\.site\/abscope\/oembed\.json"/);
  assert.match(page, /<meta property="og:image" content="https:\/\/your\.site\/abscope\/social-card\.png">/);
  assert.match(page, /<meta name="twitter:card" content="summary_large_image">/);
});

describe('the page that writes embedding lines', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let server, at;
  before(async () => {
    server = await serve(dist);
    at = `http://127.0.0.1:${server.port}/embed.html`;
  });
  after(() => server?.close());
  const snippet = (page, name) => page.locator(`#snippet-${name}`).textContent();

  test('has no accessibility violation, light or dark, wide or narrow', async () => {
    for (const options of [{}, {colorScheme: 'dark'}, {viewport: {width: 390, height: 844}}]) {
      const {page, errors, close} = await newPage(browser, {bypassCSP: true, ...options});
      await page.route('**/index.html*', route => route.fulfill({body: '<title>lab</title>', contentType: 'text/html'}));
      await page.goto(at);
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], iframes: false}));
      assert.deepEqual(found.violations.map(one => `${one.id}: ${one.nodes[0].html}`), []);
      assert.ok(found.passes.length > 20);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
      assert.deepEqual(errors, []);
      await close();
    }
  });

  test('writes what is chosen into every snippet, and copies it', async () => {
    const {page, errors, close} = await newPage(browser, {permissions: ['clipboard-read', 'clipboard-write']});
    const complaints = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(at);
    await page.getByLabel('Study to open first').selectOption('dewan-2009');
    await page.getByLabel('Arm').selectOption('8x3');
    await page.getByLabel('What is shown').selectOption({label: 'Map of the mechanisms'});
    await page.getByLabel('Colours').selectOption({label: 'Light'});
    await page.getByLabel('Width in pixels').fill('800');
    await page.getByLabel('Height in pixels').fill('600');
    await page.getByLabel('Address of the lab').fill('https://your.site/abscope/embed.html');
    const query = 'case=dewan-2009&arm=8x3&stage=map&theme=light';
    for (const name of ['iframe', 'moodle', 'canvas', 'wordpress', 'quarto', 'reveal', 'oembed']) {
      const text = name === 'oembed' ? JSON.parse(await snippet(page, name)).html : await snippet(page, name);
      assert.ok(text.includes(`https://your.site/abscope/?${query.replaceAll('&', '&amp;')}`), `${name}: ${text}`);
    }
    assert.equal(await snippet(page, 'jupyter'),
        `from IPython.display import IFrame\n\nIFrame("https://your.site/abscope/?${query}", width=800, height=600)`);
    // As a browser reads the line; without its style, which this page's own policy would refuse.
    await page.evaluate(() => globalThis.parsed = (name, tag) => new DOMParser().parseFromString(
        document.getElementById(name).textContent.replace(/ style="[^"]*"/g, ''), 'text/html').querySelector(tag));
    const frame = await page.evaluate(() => {
      const at = parsed('snippet-iframe', 'iframe');
      return [at.src, at.width, at.height, Boolean(at.title)];
    });
    assert.deepEqual(frame, [`https://your.site/abscope/?${query}`, '800', '600', true]);
    const element = await page.evaluate(() => {
      const at = parsed('snippet-element', 'abscope-lab');
      return ['case', 'arm', 'theme', 'settings'].map(name => at.getAttribute(name));
    });
    assert.deepEqual(element, ['dewan-2009', '8x3', 'light', 'stage=map']);
    await page.getByRole('button', {name: 'Copy: Jupyter'}).click();
    await page.getByText('Copied: Jupyter').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await snippet(page, 'jupyter'));
    // The preview is the lab itself, with these choices.
    const preview = page.frameLocator('#preview iframe');
    await preview.locator('html[data-abscope="ready"]').waitFor({timeout: 60000});
    assert.match(await page.locator('#preview iframe').getAttribute('src'), new RegExp(`\\?${query}$`));
    assert.deepEqual([errors, complaints], [[], []]);
    await close();
  });

  test('offers only what the lab understands', async () => {
    const {page, close} = await newPage(browser);
    await page.goto(at);
    const settings = await page.locator('#shown option').evaluateAll(all => all.map(one => one.value).filter(Boolean));
    const themes = await page.locator('#theme option').evaluateAll(all => all.map(one => one.value).filter(Boolean));
    assert.ok(settings.length >= 8, settings.join());
    // A wrong value is told in the lab's messages, by its name.
    const told = async query => {
      await page.goto(at.replace('embed.html', `?case=dewan-2009&${query}`));
      await waitReady(page);
      await passFrames(page, 30);
      return page.evaluate(name => document.body.innerText.includes(`${name}=`), query.split('=')[0]);
    };
    assert.equal(await told('theme=purple'), true, 'a wrong value is not found: the test proves nothing');
    const lectures = settings.filter(query => query.startsWith('present='));
    const asked = [...settings.filter(query => !lectures.includes(query)), lectures[0], ...themes.map(theme => `theme=${theme}`)];
    for (const query of asked) assert.equal(await told(query), false, query);
    await close();
  });
});

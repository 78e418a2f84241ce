// The three browser engines that the tests run in: ABSCOPE_ENGINE=chromium (the default), firefox or
// webkit. Chromium is driven by its own protocol, a stock Firefox by WebDriver BiDi, WebKitGTK by
// WebDriver (webkit.mjs); all three draw WebGL 2 in software. Where one is missing, that is an error.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {chromium, firefox} from 'playwright-core';
import {launchWebKit} from './webkit.mjs';

export const engine = process.env.ABSCOPE_ENGINE || 'chromium';

const first = paths => paths.find(existsSync);

const packages = {
  chromium: 'chromium',
  firefox: 'firefox-esr xvfb',
  webkit: 'webkit2gtk-driver xvfb',
};

function need(path, what) {
  assert.ok(path, `no ${what} found on this machine (Debian: apt-get install --no-install-recommends ${packages[engine]})`);
  return path;
}

// A screen for browsers that draw WebGL 2 only on one. Ends with this process.
export async function openDisplay(size = '3840x2400') {
  if (!existsSync('/usr/bin/Xvfb')) {
    // Elsewhere than on Debian: the screen of whoever runs the tests.
    if (process.env.DISPLAY || process.platform !== 'linux') return {name: process.env.DISPLAY, close() {}};
    need('', 'Xvfb');
  }
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '+extension', 'GLX', '-nolisten', 'tcp'],
      {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  const end = () => screen.kill();
  process.on('exit', end);
  const name = await new Promise((done, fail) => {
    screen.once('error', fail);
    screen.once('exit', code => fail(new Error(`Xvfb ended with ${code}`)));
    let text = '';
    screen.stdio[3].on('data', part => {
      text += part;
      if (text.endsWith('\n')) done(`:${text.trim()}`);
    });
  });
  // The test may end while it runs; the pipe stays open, or Xvfb would die of writing to it.
  screen.unref();
  screen.stdio[3].unref();
  return {name, close() { process.off('exit', end); end(); }};
}

function launchChromium(extraArgs) {
  const executablePath = need(first(['/usr/bin/chromium', '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']), 'Chromium');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
      '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', ...extraArgs],
  });
}

// Without a screen Firefox has no WebGL 2.
async function launchFirefox() {
  const executablePath = need(first(['/usr/bin/firefox-esr', '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox']), 'Firefox');
  const display = await openDisplay();
  const browser = await firefox.launch({
    executablePath,
    channel: 'moz-firefox',
    headless: false,
    env: {...process.env, DISPLAY: display.name, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_DISABLE_CONTENT_SANDBOX: '1'},
    firefoxUserPrefs: {
      'webgl.force-enabled': true,
      'webgl.disable-fail-if-major-performance-caveat': true,
      'dom.w3c_touch_events.enabled': 1,
      'dom.min_background_timeout_value': 4,
    },
  });
  const newContext = browser.newContext.bind(browser);
  // A phone is its size and its touch here; Firefox emulates no more of it.
  browser.newContext = ({isMobile, ...options} = {}) => newContext(options);
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    display.close();
  };
  return browser;
}

export async function launchEngine(extraArgs = []) {
  switch (engine) {
    case 'chromium': return launchChromium(extraArgs);
    case 'firefox': return launchFirefox();
    case 'webkit': return launchWebKit(need);
    default: throw new Error(`ABSCOPE_ENGINE=${engine}: there are chromium, firefox, webkit`);
  }
}

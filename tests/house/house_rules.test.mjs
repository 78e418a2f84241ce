// The rules of the house that no compiler knows. Each test reads the sources as text; each has a
// counter-example that it must refuse, so that it cannot be green on nothing.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'],
    {cwd: root, encoding: 'utf8'}).split('\n').filter(Boolean);
const read = file => readFileSync(join(root, file), 'utf8');
const isCode = file => /\.(h|cpp|def)$/.test(file);
const sources = files.filter(file => file.startsWith('src/') && isCode(file));

// --- includes -------------------------------------------------------------------------------------
const layers = {
  core: [],
  model: ['core'],
  library: ['model', 'core'],
  trial: ['model', 'core'],
  evidence: ['library', 'trial', 'model', 'core'],
  tissue: ['model', 'core'],
  app: ['evidence', 'library', 'trial', 'tissue', 'model', 'core'],
  ui: ['app', 'evidence', 'library', 'trial', 'tissue', 'model', 'core'],
  platform: ['core'],
  cli: ['evidence', 'model', 'library', 'trial', 'core'],
};
// Third-party headers a folder may name, by the start of the path.
const thirdParty = {
  library: ['nlohmann/'],
  app: ['qrcodegen.h'],
  cli: ['nlohmann/'],
  ui: ['imgui'],
  platform: ['imgui', 'SDL', 'GLES3/', 'emscripten'],
};

function includeErrors(file, text) {
  const folder = file.split('/')[1];
  const errors = [];
  if (file === 'src/main.cpp') return errors;
  if (!(folder in layers)) return [`${file}: no such folder in the table of includes`];
  const allowed = [folder, ...layers[folder]];
  for (const [, open, path] of text.matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)) {
    if (open === '"') {
      const target = path.split('/')[0];
      if (!path.includes('/')) errors.push(`${file}: "${path}" is not written relative to src/`);
      else if (!allowed.includes(target)) errors.push(`${file}: ${folder} may not include ${path}`);
    } else if (/[./]/.test(path) && !(thirdParty[folder] || []).some(start => path.startsWith(start))) {
      errors.push(`${file}: ${folder} may not include <${path}>`);
    }
  }
  return errors;
}

describe('folders', () => {
  test('include only what the table allows', () => {
    assert.ok(sources.length > 20, 'the sources were not found');
    assert.deepEqual(sources.flatMap(file => includeErrors(file, read(file))), []);
  });
  test('a wrong include is found', () => {
    assert.equal(includeErrors('src/model/x.h', '#include "ui/panel.h"').length, 1);
    assert.equal(includeErrors('src/ui/x.cpp', '#include "platform/window.h"').length, 1);
    assert.equal(includeErrors('src/app/x.cpp', '#include <imgui.h>').length, 1);
    assert.equal(includeErrors('src/model/x.cpp', '#include "dose.h"').length, 1);
    assert.equal(includeErrors('src/trial/x.cpp', '#include <vector>\n#include "model/dose.h"').length, 0);
  });
});

// --- one way to change, one place for controls ---------------------------------------------------------
const changesState = text => /(?<!const )\bAppState\s*&|\bconst_cast\b|\bapply(All)?\(/.test(
    text.replace(/\/\/.*$/gm, ''));
const makesControl = text => new RegExp('\\bImGui::(ButtonBehavior|DragBehavior|SliderBehavior|Slider|Drag|Input|' +
    'VSlider|Checkbox|Radio|Combo|BeginCombo|ListBox|BeginListBox|Selectable|Button|SmallButton|' +
    'InvisibleButton|ImageButton|ArrowButton|MenuItem|Color(Edit|Picker))\\w*\\(').test(text);

describe('the screen', () => {
  const ui = sources.filter(file => file.startsWith('src/ui/'));

  test('never changes the state: it emits commands', () => {
    assert.ok(changesState('void f(AppState& app);'));
    assert.ok(changesState('apply(app, Undo{});'));
    assert.ok(!changesState('void f(const AppState& app, std::vector<Command>& out);'));
    assert.deepEqual(ui.filter(file => changesState(read(file))), []);
  });

  test('has no control that the registry does not know', () => {
    assert.ok(makesControl('ImGui::SliderFloat("x", &x, 0, 1);'));
    assert.ok(makesControl('if (ImGui::Button(label)) {}'));
    // The one file that turns entries of the registry into ImGui items.
    const gate = 'src/ui/widgets.cpp';
    assert.ok(makesControl(read(gate)), 'the gate has moved: mend this test');
    assert.deepEqual(ui.filter(file => file !== gate && makesControl(read(file))), []);
  });
});

// --- JavaScript --------------------------------------------------------------------------------------
const talksToJavaScript = text => /\b(EM_JS|EM_ASM\w*|emscripten_run_script)\b/.test(text);

test('every line that talks to JavaScript is in the platform folder', () => {
  const wrong = sources.filter(file => !file.startsWith('src/platform/') && talksToJavaScript(read(file)));
  assert.deepEqual(wrong, []);
  assert.ok(sources.some(file => talksToJavaScript(read(file))), 'nothing found at all: the rule is blind');
});

// --- files -----------------------------------------------------------------------------------------
test('no source file is longer than 500 lines', () => {
  const own = files.filter(file => /\.(h|cpp|mjs|js|sh|py|cmake|css)$/.test(file));
  const long = own.map(file => [file, read(file).split('\n').length]).filter(([, lines]) => lines > 501);
  assert.deepEqual(long, []);
});

test('sources are named in snake_case', () => {
  const odd = files.filter(file => /\.(h|cpp)$/.test(file) && /^(src|tests)\//.test(file))
      .filter(file => !/^[a-z0-9_]+\.(h|cpp)$/.test(file.split('/').pop()) &&
                      !file.startsWith('cmake/'));
  assert.deepEqual(odd, []);
});

const textFiles = files.filter(file => !/\.(png|ttf|woff2?|wasm)$/.test(file) && file !== 'package-lock.json');

test('no path of anybody\'s machine and no registry host is in the repository', () => {
  const bad = new RegExp(['/ho' + 'me/\\w', '/Us' + 'ers/\\w', '/wo' + 'rk/', '/ro' + 'ot/\\w',
    'registry\\.[a-z]+\\.', '"resol' + 'ved"'].join('|'));
  assert.match('see /ho' + 'me/someone', bad);
  const wrong = [...textFiles, 'package-lock.json'].filter(file => bad.test(read(file)));
  assert.deepEqual(wrong, []);
});

// --- words ------------------------------------------------------------------------------------------
// String literals of src/ui that a person could read: they hold a space between words or start with
// a capital letter, and go to ImGui as text. Ids ("##plot"), formats and keys ("panel.dose.title")
// pass.
function literalTexts(text) {
  const found = [];
  for (const line of text.split('\n')) {
    if (/^\s*(\/\/|#include|static_assert|assert\()/.test(line)) continue;
    const code = line.replace(/\/\/.*$/, '');
    for (const [, body] of code.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
      const visible = body.replace(/##.*$/, '').replace(/%[-+0-9.*]*(l|z|h)*[a-zA-Z%]/g, '').replace(/\\./g, ' ');
      if (/[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(visible) || /^\s*[A-Z][a-z]+/.test(visible)) found.push(body);
    }
  }
  return found;
}

test('no word on the screen is written in the sources of the UI', () => {
  assert.deepEqual(literalTexts('ImGui::Text("Dose per fraction");'), ['Dose per fraction']);
  assert.deepEqual(literalTexts('ImGui::Button("Play");'), ['Play']);
  assert.deepEqual(literalTexts('text("panel.dose.title"); ImGui::PushID("##plot"); f("%.1f");'), []);
  const wrong = sources.filter(file => file.startsWith('src/ui/') && file.endsWith('.cpp'))
      .flatMap(file => literalTexts(read(file)).map(body => `${file}: "${body}"`));
  assert.deepEqual(wrong, []);
});

// --- exceptions -----------------------------------------------------------------------------------------
test('src/ neither throws nor catches: the page is built without exceptions', () => {
  const throws = text => /\b(throw|catch)\b\s*[(;{A-Za-z]|\btry\s*\{/.test(
      text.replace(/\/\/.*$/gm, '').replace(/"(?:[^"\\]|\\.)*"/g, '""'));
  assert.ok(throws('throw Error();'));
  assert.ok(!throws('// may throw Error\nint x;'));
  const wrong = sources.filter(file => !file.startsWith('src/platform/web_') && throws(read(file)));
  assert.deepEqual(wrong, []);
});

#include "platform/mirror.h"

#include <string>

#include <emscripten.h>

// clang-format off
// The body of EM_JS is JavaScript. A control is a row: [0 control, 1 instance, 2 kind, 3 area,
// 4 enabled, 5 on, 6 x, 7 y, 8 w, 9 h, 10 id, 11 name, 12 help, 13 group, 14 value, 15 low, 16 high,
// 17 step, 18 value in words, 19 choices].

EM_JS(void, abscopeInstallMirror, (), {
  const canvas = document.getElementById('canvas');
  const live = document.getElementById('abscope-live');
  const create = (name, parent) => parent.appendChild(document.createElement(name));
  const root = document.createElement('div');
  root.id = 'abscope-mirror';
  canvas.after(root);
  const title = create('h1', root);
  const head = create('section', root);
  const headTitle = create('h2', head);
  const summary = create('p', head);
  const why = create('p', head);
  const tables = create('div', head);
  tables.className = 'unseen';
  const lesson = create('section', root);
  lesson.id = 'abscope-lesson';
  const ring = create('div', root);
  ring.id = 'abscope-ring';
  ring.hidden = true;
  // Tools, play area, controls, dialog, messages.
  const areas = [0, 1, 2, 3, 4].map(number => {
    const box = document.createElement('section');
    const heading = create('h2', box);
    heading.id = 'abscope-area-' + number;
    box.setAttribute('aria-labelledby', heading.id);
    if (number === 3) box.setAttribute('role', 'dialog');
    box.hidden = true;
    root.insertBefore(box, ring);
    return box;
  });
  const twins = new Map();   // key -> element
  const rows = new WeakMap();  // element -> row
  let order = [];            // keys as they stand on the screen
  let opener = "";           // what had the focus when a dialog came
  const ask = (kind, row, value) => Module['_abscopeMirrorAsk'](kind, row[0], row[1], value);
  const rowOf = event => rows.get(event.target);

  // The pointer goes through the twins: who has the focus on one has it by keys or a reader.
  const placeRing = () => {
    const row = rows.get(document.activeElement);
    ring.hidden = !row;
    if (ring.hidden) return;
    ring.style.left = row[6] + 'px';
    ring.style.top = row[7] + 'px';
    ring.style.width = row[8] + 'px';
    ring.style.height = row[9] + 'px';
  };

  root.addEventListener('focusin', event => {
    const row = rowOf(event);
    if (row) ask(3, row, 0);
    placeRing();
  });
  root.addEventListener('focusout', event => {
    if (rowOf(event)) ask(4, [-1, -1], 0);
    ring.hidden = true;
  });
  root.addEventListener('click', event => {
    const row = rowOf(event);
    if (row && row[2] === 0) ask(0, row, 0);
  });
  root.addEventListener('change', event => {
    const row = rowOf(event);
    if (!row) return;
    if (row[2] === 2 || row[2] === 3) ask(0, row, 0);
    if (row[2] === 4) ask(1, row, Number(event.target.value));
  });
  root.addEventListener('input', event => {
    const row = rowOf(event);
    if (row && row[2] === 1) ask(1, row, Number(event.target.value));
  });
  root.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      const close = areas[3].querySelector('[data-control="closeOverlay"]');
      if (close) close.click();
      return;
    }
    const row = rowOf(event);
    if (!row || row[2] !== 1) return;
    // The steps of the control: a range whose value is between two would lose it.
    const large = event.shiftKey ? 10 : 1;
    const steps = {'ArrowRight': large, 'ArrowUp': large, 'ArrowLeft': -large, 'ArrowDown': -large,
      'PageUp': 10, 'PageDown': -10}[event.key];
    if (steps) ask(5, row, steps);
    else if (event.key === 'Home') ask(2, row, row[15]);
    else if (event.key === 'End') ask(2, row, row[16]);
    else return;
    event.preventDefault();
  });

  const make = row => {
    const kind = row[2];
    const node = document.createElement(kind === 0 ? 'button' : kind === 4 ? 'select' : 'input');
    if (kind === 0) node.type = 'button';
    if (kind === 1) {
      node.type = 'range';
      node.step = 'any';
    }
    if (kind === 2) node.type = 'checkbox';
    if (kind === 3) {
      node.type = 'radio';
      node.name = 'abscope-' + row[10];
    }
    node.dataset['control'] = row[10];
    if (row[1] !== -1) node.dataset['instance'] = row[1];
    return node;
  };

  const set = (node, name, value) => {
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  };

  const fillChoices = (node, choices) => {
    const text = JSON.stringify(choices);
    if (node.abscopeChoices === text) return;
    node.abscopeChoices = text;
    node.textContent = "";
    choices.forEach(choice => {
      const option = create('option', node);
      option.value = choice[0];
      option.textContent = choice[1];
    });
  };

  const update = (node, row) => {
    rows.set(node, row);
    const kind = row[2];
    if (kind === 0) {
      if (node.textContent !== row[11]) node.textContent = row[11];
      if (row[5] >= 0) set(node, 'aria-pressed', row[5] ? 'true' : 'false');
      // One that loses its use keeps the focus: else it would be nowhere.
      set(node, 'aria-disabled', row[4] ? 'false' : 'true');
    } else {
      set(node, 'aria-label', row[11]);
      node.disabled = !row[4];
    }
    if (row[12]) set(node, 'title', row[12]);
    if (kind === 1) {
      node.min = row[15];
      node.max = row[16];
      node.value = row[14];
      set(node, 'aria-valuetext', row[18]);
    }
    if (kind === 2 || kind === 3) node.checked = row[5] === 1;
    if (kind === 4) {
      fillChoices(node, row[19]);
      node.value = String(row[14]);
    }
    node.style.left = row[6] + 'px';
    node.style.top = row[7] + 'px';
    node.style.width = row[8] + 'px';
    node.style.height = row[9] + 'px';
  };

  // In the order of the rows, moving only what is out of place.
  const arrange = (list, keys) => {
    const next = new Map();
    const groups = new Map();
    const put = (parent, node) => {
      if (!next.has(parent)) next.set(parent, parent.firstElementChild);
      const at = next.get(parent);
      if (node === at) next.set(parent, node.nextElementSibling);
      else parent.insertBefore(node, at);
    };
    areas.forEach(area => next.set(area, area.firstElementChild.nextElementSibling));
    list.forEach((row, i) => {
      const node = twins.get(keys[i]);
      let parent = areas[row[3]];
      if (row[2] === 3) {
        const name = row[3] + '-' + row[10];
        if (!groups.has(name)) {
          const old = areas[row[3]].querySelector('[data-group="' + row[10] + '"]');
          const group = old || document.createElement('div');
          group.dataset['group'] = row[10];
          set(group, 'role', 'radiogroup');
          set(group, 'aria-label', row[13]);
          groups.set(name, group);
          put(parent, group);
        }
        parent = groups.get(name);
      }
      put(parent, node);
      update(node, row);
    });
    root.querySelectorAll('[data-group]').forEach(group => {
      if (!group.firstElementChild) group.remove();
    });
    areas.forEach(area => { area.hidden = !area.firstElementChild.nextElementSibling; });
  };

  // Where the focus goes when what had it is gone.
  const heir = (lost, before, keys) => {
    const there = new Set(keys);
    const at = before.indexOf(lost);
    for (let i = at; i < before.length; ++i) if (there.has(before[i])) return before[i];
    for (let i = at; i >= 0; --i) if (there.has(before[i])) return before[i];
    return "";
  };

  let latest = "", timer = 0, applied = -1000;
  const apply = () => {
    timer = 0;
    applied = performance.now();
    const list = JSON.parse(latest);
    const seen = new Set();
    const keys = list.map(row => {
      let key = row[0] + '/' + row[1] + '/' + row[2];
      while (seen.has(key)) key += '+';
      seen.add(key);
      return key;
    });
    const active = root.contains(document.activeElement) ? document.activeElement : null;
    const activeKey = active ? order.find(key => twins.get(key) === active) : "";
    const hadDialog = !areas[3].hidden;
    Array.from(twins.keys()).filter(key => !seen.has(key)).forEach(key => {
      twins.get(key).remove();
      twins.delete(key);
    });
    list.forEach((row, i) => {
      if (!twins.has(keys[i])) twins.set(keys[i], make(row));
    });
    arrange(list, keys);
    const modal = list.some(row => row[3] === 3 && row[10] === 'closeOverlay');
    [head, areas[0], areas[1], areas[2]].forEach(box => box.toggleAttribute('inert', modal));
    set(areas[3], 'aria-modal', modal ? 'true' : 'false');
    let to = active && active.isConnected && !active.closest('[inert]') ? active : null;
    if (activeKey && !areas[3].hidden && !hadDialog) {
      opener = activeKey;
      to = twins.get(keys[list.findIndex(row => row[3] === 3)]);
    } else if (activeKey && !to) {
      to = twins.get(hadDialog && areas[3].hidden && seen.has(opener) ? opener : heir(activeKey, order, keys));
    }
    order = keys;
    if (to && document.activeElement !== to) to.focus({preventScroll: true});
    placeRing();
  };

  Module['abscopeMirrorShow'] = text => {
    latest = text;
    if (!timer) timer = setTimeout(apply, Math.max(0, 100 - (performance.now() - applied)));
  };

  // [caption, headers, rows]
  const showTable = content => {
    const table = create('table', tables);
    create('caption', table).textContent = content[0];
    const first = create('tr', create('thead', table));
    content[1].forEach(text => {
      const cell = create('th', first);
      cell.scope = 'col';
      cell.textContent = text;
    });
    const body = create('tbody', table);
    content[2].forEach(line => {
      const place = create('tr', body);
      line.forEach((text, i) => {
        const cell = create(i ? 'td' : 'th', place);
        if (!i) cell.scope = 'row';
        cell.textContent = text;
      });
    });
  };

  // At most one announcement in two seconds, and then the last.
  let said = -2000, waiting = 0, toSay = "";
  const say = text => {
    toSay = text;
    if (waiting) return;
    waiting = setTimeout(() => {
      waiting = 0;
      said = performance.now();
      live.textContent = toSay;
    }, Math.max(0, 2000 - (performance.now() - said)));
  };

  let meaning = "", messages = [];
  Module['abscopeMirrorTell'] = text => {
    // Names of the areas, summary, the same roughly, reason, tables, messages, how much is told, the
    // lesson. No destructuring: the optimiser of emcc 3.1.6 takes the names for unused.
    const told = JSON.parse(text);
    const labels = told[0], words = told[1], notes = told[5];
    // What is told by itself: messages only, also what means something else, or every day.
    const rough = told[6] === 2 ? words : told[2];
    title.textContent = labels[0];
    headTitle.textContent = labels[1];
    areas.forEach((area, i) => { area.firstElementChild.textContent = labels[2 + i]; });
    summary.textContent = words;
    why.textContent = told[3];
    tables.textContent = "";
    told[4].forEach(showTable);
    const lines = told[7] || [];
    const joined = lines.join('|');
    if (lesson.abscopeText !== joined) {
      lesson.abscopeText = joined;
      lesson.textContent = "";
      lines.forEach((line, i) => { create(i ? 'p' : 'h2', lesson).textContent = line; });
    }
    const fresh = notes.filter(note => !messages.includes(note));
    messages = notes;
    if (fresh.length) say(fresh.join(' '));
    else if (told[6] > 0 && meaning && rough !== meaning) say(words);
    meaning = rough;
  };
})

EM_JS(void, abscopeMirrorControls, (const char* json), {
  Module['abscopeMirrorShow'](UTF8ToString(json));
})

EM_JS(void, abscopeMirrorAbout, (const char* json), {
  Module['abscopeMirrorTell'](UTF8ToString(json));
})
// clang-format on

namespace abscope {
namespace {
void (*asked)(int kind, int control, int instance, double value) = nullptr;
}

void installMirror(void (*ask)(int kind, int control, int instance, double value)) {
  asked = ask;
  abscopeInstallMirror();
}

void showMirrorControls(std::string_view json) { abscopeMirrorControls(std::string(json).c_str()); }
void showMirrorAbout(std::string_view json) { abscopeMirrorAbout(std::string(json).c_str()); }

}  // namespace abscope

extern "C" EMSCRIPTEN_KEEPALIVE void abscopeMirrorAsk(int kind, int control, int instance,
                                                      double value) {
  if (abscope::asked != nullptr) abscope::asked(kind, control, instance, value);
}

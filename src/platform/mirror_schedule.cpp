// The schedule as a table that can be edited, for readers of the screen and for whoever would
// rather type. It is seen while the focus is in it.
#include <string>

#include <emscripten.h>

#include "platform/mirror.h"

// clang-format off
// The body of EM_JS is JavaScript. A field is [0 control, 1 item, 2 kind, 3 label, 4 enabled, 5 value,
// 6 low, 7 high, 8 step, 9 choices, 10 key].

EM_JS(void, abscopeInstallSchedule, (), {
  const head = document.querySelector('#abscope-mirror section');
  const create = (name, parent) => parent.appendChild(document.createElement(name));
  const panel = create('details', head);
  panel.id = 'abscope-schedule';
  const title = create('summary', panel);
  const body = create('div', panel);
  const edit = (node, value) => {
    const field = node.abscopeField;
    Module['_abscopeScheduleEdit'](field[0], field[1], value);
  };

  panel.addEventListener('click', event => {
    const field = event.target.abscopeField;
    if (field && field[2] === 0 && field[4]) edit(event.target, 0);
  });
  panel.addEventListener('change', event => {
    const node = event.target;
    const field = node.abscopeField;
    if (!field) return;
    if (node.type === 'checkbox') edit(node, node.checked ? 1 : 0);
    else if (node.value === "") node.value = String(field[5]);
    else edit(node, Number(node.value));
  });
  panel.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !panel.open) return;
    panel.open = false;
    title.focus();
    event.stopPropagation();
  });

  const make = (field, parent) => {
    const kind = field[2];
    const node = create(kind === 0 ? 'button' : kind === 4 ? 'select' : 'input', parent);
    if (kind === 0) node.type = 'button';
    if (kind === 2) node.type = 'checkbox';
    if (kind === 5) node.type = 'number';
    if (kind === 4) {
      field[9].forEach(choice => {
        const option = create('option', node);
        option.value = choice[0];
        option.textContent = choice[1];
      });
    }
    node.dataset['key'] = field[10];
    return node;
  };
  const set = (node, field) => {
    node.abscopeField = field;
    const kind = field[2];
    if (kind === 0) {
      if (node.textContent !== field[3]) node.textContent = field[3];
      node.setAttribute('aria-disabled', field[4] ? 'false' : 'true');
      return;
    }
    node.setAttribute('aria-label', field[3]);
    node.disabled = !field[4];
    if (kind === 2) node.checked = field[5] === 1;
    else if (node.value !== String(field[5])) node.value = String(field[5]);
    if (kind === 5) {
      node.min = field[6];
      node.max = field[7];
      node.step = 'any';
    }
  };

  const all = tables => tables.flatMap(table =>
      table[2].flatMap(row => [row[0]].concat(row[1])).concat([table[3]]));
  // Of what stays while only values change.
  const shapeOf = tables => JSON.stringify([tables.map(table => [table[0], table[1]]),
    all(tables).map(cell => typeof cell === 'string' ? cell === "" : [cell[10], cell[2], cell[9]])]);

  let shape = "", places = [];
  const build = tables => {
    places = [];
    body.textContent = "";
    const place = (cell, parent) => {
      places.push(typeof cell === 'string' ? parent : make(cell, parent));
    };
    tables.forEach(content => {
      const scroll = create('div', body);
      const table = create('table', scroll);
      create('caption', table).textContent = content[0];
      const first = create('tr', create('thead', table));
      content[1].forEach((text, i) => {
        const cell = create('th', first);
        cell.scope = 'col';
        // Copy and delete share the last one.
        if (i === content[1].length - 1) cell.colSpan = 2;
        cell.textContent = text;
      });
      const rows = create('tbody', table);
      content[2].forEach(row => {
        const line = create('tr', rows);
        const name = create('th', line);
        name.scope = 'row';
        place(row[0], name);
        row[1].forEach(cell => place(cell, create('td', line)));
      });
      place(content[3], scroll);
    });
  };

  Module['abscopeShowSchedule'] = text => {
    const told = JSON.parse(text);
    title.textContent = told[0];
    const cells = all(told[1]);
    const now = shapeOf(told[1]);
    const fields = () => places.filter(node => node.dataset['key']);
    const had = body.contains(document.activeElement) ? document.activeElement : null;
    const key = had && had.dataset['key'];
    const at = had ? fields().indexOf(had) : -1;
    if (now !== shape) build(told[1]);
    shape = now;
    cells.forEach((cell, i) => {
      if (typeof cell !== 'string') set(places[i], cell);
      else if (places[i].textContent !== cell) places[i].textContent = cell;
    });
    if (!had || had.isConnected) return;
    // What had the focus is gone: to the same field, or to the one that is now in its place.
    const left = fields();
    (left.find(node => node.dataset['key'] === key) || left[Math.min(at, left.length - 1)]).focus();
  };
})

EM_JS(void, abscopeShowMirrorSchedule, (const char* json), {
  Module['abscopeShowSchedule'](UTF8ToString(json));
})
// clang-format on

namespace abscope {
namespace {
void (*edited)(int control, int item, double value) = nullptr;
}

void installMirrorSchedule(void (*edit)(int control, int item, double value)) {
  edited = edit;
  abscopeInstallSchedule();
}

void showMirrorSchedule(std::string_view json) {
  abscopeShowMirrorSchedule(std::string(json).c_str());
}

}  // namespace abscope

extern "C" EMSCRIPTEN_KEEPALIVE void abscopeScheduleEdit(int control, int item, double value) {
  if (abscope::edited != nullptr) abscope::edited(control, item, value);
}

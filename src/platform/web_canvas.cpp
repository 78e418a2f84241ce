#include "platform/web_canvas.h"

#include <emscripten.h>
#include <emscripten/html5.h>

// clang-format off
// The body of EM_JS is JavaScript. Bits of Module.abscopeChanges: 1 redraw, 2 paste, 4 hash,
// 16 the system asks for less motion, or no longer does;
// Module.abscopeOutOfView tells that no part of the canvas can be seen.

EM_JS(void, abscopeInstallCanvas, (), {
  const canvas = document.getElementById('canvas');
  const change = bit => { Module['abscopeChanges'] |= bit; };
  const focused = () => document.activeElement === canvas;
  Module['abscopeChanges'] = 1;

  // SDL prevents the default of mousedown, and with it the focus (SDL#7715, seen 2026-11).
  canvas.addEventListener('pointerdown', event => {
    // A focus() by script shows the ring of the keyboard even after a click.
    canvas.classList.add('pointed');
    canvas.focus({preventScroll: true});
    // So that a drag goes on outside the canvas, as it does in any slider.
    try { canvas.setPointerCapture(event.pointerId); } catch (gone) {}
  });
  canvas.addEventListener('contextmenu', event => event.preventDefault());
  canvas.addEventListener('focus', () => change(1));
  canvas.addEventListener('blur', () => {
    if (!focused()) canvas.classList.remove('pointed');
    change(1);
  });

  // Keys that belong to the browser or to whoever uses the keyboard to leave: SDL would swallow
  // them (WCAG 2.1.2, no keyboard trap). Undo, redo and select-all stay ours; copy and cut too, as
  // SDL's fields act on them; paste must reach the browser, which answers with a paste event.
  const ours = 'zyacx';
  const isFunctionKey = key => key.length > 1 && key[0] === 'F' && key[1] >= '1' && key[1] <= '9';
  canvas.addEventListener('keydown', event => {
    const chord = event.ctrlKey || event.metaKey;
    const letter = event.key.length === 1 && event.key.toLowerCase();
    // Shift+Tab has no name in WebKitGTK, only a place.
    if (event.key === 'Tab' || event.code === 'Tab' || isFunctionKey(event.key) || event.altKey ||
        (chord && letter && !ours.includes(letter)) || (chord && /^(Page|Arrow|Home|End)/.test(event.key))) {
      event.stopImmediatePropagation();
    }
  }, true);

  // The wheel scrolls the page until someone has clicked into the lab.
  canvas.addEventListener('wheel', event => {
    if (!focused()) event.stopImmediatePropagation();
  }, {capture: true, passive: true});

  document.addEventListener('paste', event => {
    if (!focused() || !event.clipboardData) return;
    Module['abscopePaste'] = event.clipboardData.getData('text');
    change(2);
    event.preventDefault();
  });

  // SDL listens to the window's resize only (SDL#12405): tell it of layout and of density. The
  // canvas is a whole number of CSS pixels, as SDL's window is: a fraction would blur the picture.
  const box = canvas.parentElement;
  const fit = () => {
    const room = box.getBoundingClientRect();
    canvas.style.width = Math.floor(room.width) + 'px';
    canvas.style.height = Math.floor(room.height) + 'px';
  };
  fit();
  let resizeAsked = false;
  const resized = () => {
    if (resizeAsked) return;
    resizeAsked = true;
    requestAnimationFrame(() => {
      resizeAsked = false;
      fit();
      window.dispatchEvent(new Event('resize'));
      change(1);
    });
  };
  new ResizeObserver(resized).observe(box);
  let density = window.devicePixelRatio;
  Module['abscopeWatch'] = () => {
    if (density === window.devicePixelRatio) return;
    density = window.devicePixelRatio;
    resized();
  };
  new IntersectionObserver(entries => {
    Module['abscopeOutOfView'] = !entries[entries.length - 1].isIntersecting;
    change(1);
  }).observe(canvas);
  document.addEventListener('visibilitychange', () => change(1));
  window.addEventListener('hashchange', () => change(4));
  window.matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', () => change(16 | 1));
})

EM_JS(int, abscopeTakeChanges, (), {
  // Browsers tell of a new density (zoom, another monitor) in many ways, and some in none.
  Module['abscopeWatch']();
  const changes = Module['abscopeChanges'] | (Module['abscopeOutOfView'] ? 8 : 0);
  Module['abscopeChanges'] = 0;
  return changes;
})
// clang-format on

namespace abscope {

void installCanvasBehaviour() { abscopeInstallCanvas(); }

CanvasChanges takeCanvasChanges() {
  const int bits = abscopeTakeChanges();
  return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) == 0, (bits & 16) != 0};
}

void canvasCssSize(double& width, double& height) {
  emscripten_get_element_css_size("#canvas", &width, &height);
}

}  // namespace abscope

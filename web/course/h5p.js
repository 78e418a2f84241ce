// The content type of the H5P package: the offline page of the lab (H5P.AbscopePage, from page.js)
// in a frame, and its messages as H5P's xAPI events and saved state.
var H5P = H5P || {};

H5P.Abscope = (function(EventDispatcher) {
  'use strict';

  function Abscope(options, contentId, extras) {
    EventDispatcher.call(this);
    const before = (extras && extras.previousState) || {};
    const page = new Blob([H5P.AbscopePage], {type: 'text/html'});
    const best = {completion: before.completion || 0, score: before.score};
    let link = typeof before.link === 'string' && /^#[\w=&.%~+-]*$/.test(before.link) ? before.link : '';
    let frame = null;

    // What the author chose; a learner who comes back finds his own state instead. A page made from a
    // script has no query, but the lab reads the same after the #.
    const chosen = new URLSearchParams(options.settings || '');
    if (options.case) chosen.set('case', options.case);
    const first = chosen.toString() ? `#${chosen}` : '';

    const hear = event => {
      const message = event.data;
      if (!frame || event.source !== frame.contentWindow || !message || message.abscope !== 1) return;
      if (message.type === 'state') link = message.link;
      if (message.type === 'resize') {
        frame.style.height = `${Math.min(message.height, 900)}px`;
        this.trigger('resize');
      }
      if (message.type === 'error' && message.requestId === undefined) {
        console.warn(`Abscope: ${message.errors.map(error => `${error.place}: ${error.text}`).join('; ')}`);
      }
      if (message.type !== 'report') return;
      const done = best.completion >= 1;
      best.completion = Math.max(best.completion, message.completion);
      const better = message.score !== undefined && !(best.score >= message.score);
      if (better) best.score = message.score;
      if (best.completion >= 1 && (better || !done)) {
        const score = best.score === undefined ? 1 : best.score;
        this.triggerXAPIScored(Math.round(score * 100), 100, 'completed', true, message.passed);
      }
    };

    this.attach = $container => {
      frame = document.createElement('iframe');
      frame.title = 'Abscope, interactive simulation';
      frame.allow = 'fullscreen; clipboard-write';
      frame.style.cssText = 'display:block; width:100%; height:540px; border:0';
      frame.src = URL.createObjectURL(page) + (link || first);
      addEventListener('message', hear);
      $container.addClass('h5p-abscope').append(frame);
    };

    this.getCurrentState = () => ({link, completion: best.completion, score: best.score});
    this.getScore = () => best.completion >= 1 ? Math.round((best.score === undefined ? 1 : best.score) * 100) : 0;
    this.getMaxScore = () => 100;
    this.getAnswerGiven = () => best.completion > 0;
  }

  Abscope.prototype = Object.create(EventDispatcher.prototype);
  Abscope.prototype.constructor = Abscope;
  return Abscope;
})(H5P.EventDispatcher);

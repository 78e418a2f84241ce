// The page around an embedded lab: whom the lab listens to, and the ways in which course sites ask
// a frame how high it would like to be. docs/embedding.md is the manual. Does nothing outside a frame.
'use strict';

(() => {
  if (window.parent === window) return;  // in the offline file, which always has it
  const host = window.parent;
  const asked = new URLSearchParams(location.search);
  const allowed = asked.get('host');    // the only origin that may speak
  const token = asked.get('token');     // for pages without an origin of their own
  const target = allowed || '*';        // nothing that is told is secret
  // What reveal.js tells a frame when its slide is shown and left.
  const slides = new Map([['slide:start', 'resume'], ['slide:stop', 'pause']]);
  const waiting = [];
  let receive = null;
  let frameSizer = '';                  // the id that iframe-resizer gave this frame

  const post = message => host.postMessage(message, target);
  const refuse = (message, place, text) => {
    const answer = {abscope: 1, type: 'error', errors: [{place, text}]};
    if (message && ['string', 'number'].includes(typeof message.requestId)) answer.requestId = message.requestId;
    post(answer);
  };

  // What the lab would like: a phone's screen where it is narrow, else 16:9.
  const height = () => innerWidth < 700 ? 844 : Math.max(480, Math.round(innerWidth * 9 / 16));
  let told = 0;
  function tellHeight() {
    if (height() === told) return;
    told = height();
    post({abscope: 1, type: 'resize', height: told, width: innerWidth});
    if (frameSizer) post(`[iFrameSizer]${frameSizer}:${told}:${innerWidth}:resize`);
    post({context: 'h5p', action: 'resize', scrollHeight: told, clientHeight: innerHeight});
  }

  function deliver(message) {
    const text = JSON.stringify(message);
    if (receive) receive(text); else waiting.push(text);
  }

  // Protocols of others. True when it was one of them.
  function understood(message) {
    if (typeof message === 'string') {
      if (!message.startsWith('[iFrameSizer]')) return true;  // not for us
      frameSizer = message.slice('[iFrameSizer]'.length).split(':')[0];
      told = 0;
      tellHeight();
      return true;
    }
    if (message === null || typeof message !== 'object') return true;
    if (message.context === 'h5p') {
      if (message.action === 'hello') post({context: 'h5p', action: 'hello'});
      told = 0;
      tellHeight();
      return true;
    }
    return !('abscope' in message);
  }

  addEventListener('message', event => {
    if (event.source !== host) return;
    const strange = allowed && event.origin !== allowed;
    const slide = slides.get(event.data);
    if (slide && !strange) return deliver({abscope: 1, type: slide});
    const message = event.data;
    if (understood(message)) return;
    if (strange) {
      return refuse(message, 'origin', `this lab listens to ${allowed} only`);
    }
    if (event.origin === 'null' && (!token || message.token !== token)) {
      return refuse(message, 'token', 'a page without an origin needs the token of the lab\u2019s address (?token=...)');
    }
    try {
      deliver(message);
    } catch (error) {
      refuse(message, '$', `cannot be read: ${error.message}`);
    }
  });
  addEventListener('resize', tellHeight);

  globalThis.abscopeHost = {
    post,
    receive(listener) {
      receive = listener;
      tellHeight();
      waiting.splice(0).forEach(text => receive(text));
    },
  };
})();

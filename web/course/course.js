// A lab in a course site: the lab in a frame speaks the messages of docs/embedding.md, the site its
// own language (scorm.js, cmi5.js). Here is what lies between: which reports count, the best of
// them, the state to come back to, and when to say so.
//
// A site is {name, most, open(), save(link), report(progress, answers), close(), leave?}:
//   open()    resolves to {link, done, browse}: where the learner was, whether it had been completed,
//             and whether nothing may be recorded now (browse and review modes)
//   save()    keeps the link of the lab's state, at most `most` characters
//   report()  is told {completion, score, passed}, and the answers that are new
//   close()   ends the session; runs while the page is taken away
'use strict';

globalThis.abscopeCourse = site => {
  const kWords = {
    alone: 'No course site is listening: nothing is recorded here.',
    failed: 'The course site could not be reached: nothing is recorded.',
    browse: 'Preview: nothing is recorded.',
    tooLong: 'This plan is too long for the course site to keep. Copy its link instead (Share).',
    leave: 'Save and leave',
  };
  const byId = id => document.getElementById(id);
  const frame = byId('lab');
  const address = new URLSearchParams(location.search);
  // What counts: "lesson", "lesson:eight-by-three"; without it, whatever is done first.
  const goal = address.get('goal');
  const progress = {completion: 0, score: undefined, passed: undefined};
  let connected = false, recording = false;
  let kept = '', told = '';
  let timer = 0;

  function say(word) {
    byId('notice').textContent = kWords[word];
    byId('bar').hidden = false;
  }

  const counts = report => !goal || goal === report.activity || goal === `${report.activity}:${report.id}`;

  // Nothing that was reached is taken away again.
  function merge(report) {
    progress.completion = Math.max(progress.completion, report.completion);
    if (report.score !== undefined && !(progress.score >= report.score)) progress.score = report.score;
    if (report.passed !== undefined) progress.passed = progress.passed || report.passed;
  }

  function keep() {
    clearTimeout(timer);
    timer = 0;
    if (!recording || kept === told) return;
    if (kept.length > site.most) return say('tooLong');
    told = kept;
    site.save(kept);
  }

  addEventListener('message', event => {
    const message = event.data;
    if (event.source !== frame.contentWindow || !message || message.abscope !== 1) return;
    if (message.type === 'state') {
      kept = message.link;
      // A dragged slider changes the state at every step: said once it rests.
      if (!timer) timer = setTimeout(keep, 2000);
    }
    if (message.type === 'report' && recording && counts(message)) {
      merge(message);
      site.report({...progress}, message.answers ?? []);
    }
  });

  let closed = false;
  function close() {
    if (closed || !connected) return;
    closed = true;
    keep();
    site.close();
  }
  addEventListener('pagehide', close);

  function show(link) {
    const query = new URLSearchParams(address);
    for (const name of ['goal', ...(site.launch ?? [])]) query.delete(name);
    if (location.origin !== 'null') query.set('host', location.origin);
    frame.src = `index.html?${query}${link}`;
  }

  return (async () => {
    let opened = {link: '', done: false, browse: false};
    try {
      const answer = await site.open();
      if (answer) {
        opened = answer;
        connected = true;
        recording = !opened.browse;
        if (opened.browse) say('browse');
        if (opened.done) progress.completion = 1;
      } else {
        say('alone');
      }
    } catch (error) {
      console.warn(`${site.name}: ${error.message}`);
      say('failed');
    }
    if (site.leave && site.leave()) {
      const button = byId('leave');
      button.textContent = kWords.leave;
      button.hidden = byId('bar').hidden = false;
      button.addEventListener('click', async () => {
        button.disabled = true;
        close();
        location.href = site.leave();
      });
    }
    // A link of ours or nothing: what a site gives back is not ours to trust.
    show(/^#[\w=&.%~+-]*$/.test(opened.link) ? opened.link : '');
  })();
};

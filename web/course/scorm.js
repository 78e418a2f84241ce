// SCORM 1.2 and SCORM 2004: the site is an object named API or API_1484_11 in a window above.
'use strict';

(() => {
  const is2004 = document.currentScript.dataset.version === '2004';
  const kMost = is2004 ? 64000 : 4096;  // characters of suspend_data
  const opened = Date.now();
  let api = null;
  let answers = 0;   // that the site has
  let mastery;       // 0 to 1
  let done = false;
  let best;          // score of earlier sessions and this one, 0 to 1
  let earlier = '';  // the verdict of earlier sessions

  // Windows of other origins refuse to be looked into; those above them may not.
  function find(name) {
    const apiOf = window => {
      try {
        return window[name] ?? null;
      } catch {
        return null;
      }
    };
    for (const start of [window, window.opener]) {
      let here = start;
      for (let i = 0; here && i < 500; ++i) {
        const found = apiOf(here);
        if (found) return found;
        if (here.parent === here) break;
        here = here.parent;
      }
    }
    return null;
  }

  const call = (name, ...values) => api[is2004 ? name : `LMS${name}`](...values);
  const get = name => String(call('GetValue', name) ?? '');
  // What the site refuses is said once in the console, with its own words.
  function set(name, value) {
    if (String(call('SetValue', name, String(value))) === 'true') return;
    const code = call('GetLastError');
    console.warn(`SCORM: ${name} = ${value} is refused: ${call('GetErrorString', code)} (${code})`);
  }

  const number = text => text === '' || isNaN(text) ? undefined : Number(text);

  function sessionTime() {
    const all = (Date.now() - opened) / 1000;
    if (is2004) return `PT${all.toFixed(2)}S`;
    const two = value => String(Math.floor(value)).padStart(2, '0');
    return `${String(Math.floor(all / 3600)).padStart(4, '0')}:${two(all / 60 % 60)}:${two(all % 60)}` +
        (all % 1).toFixed(2).slice(1).replace(/^\.?$/, '.00');
  }

  function tellAnswer({question, kind, response, correct}) {
    const at = `cmi.interactions.${answers++}`;
    const result = correct === undefined ? 'neutral' : correct ? 'correct' : is2004 ? 'incorrect' : 'wrong';
    if (is2004) {
      set(`${at}.id`, question);
      set(`${at}.type`, kind);
      set(`${at}.timestamp`, new Date().toISOString().replace(/\.\d+Z/, 'Z'));
      set(`${at}.learner_response`, response.slice(0, 250));
    } else {
      set(`${at}.id`, question);
      // Choices of SCORM 1.2 have names of one character.
      set(`${at}.type`, kind === 'choice' && !/^[a-z0-9]$/.test(response) ? 'fill-in' : kind === 'other' ? 'fill-in' : kind);
      set(`${at}.time`, new Date().toTimeString().slice(0, 8));
      set(`${at}.student_response`, response.slice(0, 255));
    }
    set(`${at}.result`, result);
  }

  const scorePercent = score => Math.round(score * 1000) / 10;

  // A worse try takes nothing away.
  function verdictOf({score, passed}) {
    if (score !== undefined) best = Math.max(score, best ?? 0);
    const now = passed ?? (best !== undefined && mastery !== undefined ? best >= mastery : undefined);
    if (now === undefined || earlier === 'passed') return earlier;
    return now ? 'passed' : 'failed';
  }

  function tell(progress) {
    const verdict = verdictOf(progress);
    const score = is2004 ? 'cmi.score' : 'cmi.core.score';
    if (best !== undefined) {
      set(`${score}.min`, 0);
      set(`${score}.max`, 100);
      set(`${score}.raw`, scorePercent(best));
      if (is2004) set(`${score}.scaled`, Math.round(best * 1000) / 1000);
    }
    if (is2004) {
      set('cmi.progress_measure', Math.round(progress.completion * 1000) / 1000);
      if (done) set('cmi.completion_status', 'completed');
      if (done && verdict) set('cmi.success_status', verdict);
    } else if (done) {
      set('cmi.core.lesson_status', verdict || 'completed');
    }
  }

  globalThis.abscopeCourse({
    name: is2004 ? 'SCORM 2004' : 'SCORM 1.2',
    most: kMost,
    async open() {
      api = find(is2004 ? 'API_1484_11' : 'API');
      if (!api) return null;
      if (String(call('Initialize', '')) !== 'true') throw new Error('the site refuses to initialise');
      const status = get(is2004 ? 'cmi.completion_status' : 'cmi.core.lesson_status');
      const mode = get(is2004 ? 'cmi.mode' : 'cmi.core.lesson_mode');
      const wanted = number(get(is2004 ? 'cmi.scaled_passing_score' : 'cmi.student_data.mastery_score'));
      mastery = wanted === undefined ? undefined : is2004 ? wanted : wanted / 100;
      answers = number(get('cmi.interactions._count')) ?? 0;
      const raw = number(get(is2004 ? 'cmi.score.raw' : 'cmi.core.score.raw'));
      best = raw === undefined ? undefined : raw / 100;
      earlier = is2004 ? get('cmi.success_status') : status;
      if (earlier !== 'passed' && earlier !== 'failed') earlier = '';
      done = ['completed', 'passed', 'failed'].includes(status);
      const browse = mode === 'browse' || mode === 'review';
      if (!done && !browse) {
        set(is2004 ? 'cmi.completion_status' : 'cmi.core.lesson_status', 'incomplete');
        call('Commit', '');
      }
      return {link: get('cmi.suspend_data'), done, browse};
    },
    save(link) {
      set('cmi.suspend_data', link);
      call('Commit', '');
    },
    report(progress, given) {
      done = done || progress.completion >= 1;
      given.forEach(tellAnswer);
      tell(progress);
      call('Commit', '');
    },
    close() {
      set(is2004 ? 'cmi.session_time' : 'cmi.core.session_time', sessionTime());
      set(is2004 ? 'cmi.exit' : 'cmi.core.exit', 'suspend');  // else the state is forgotten
      call('Commit', '');
      call(is2004 ? 'Terminate' : 'Finish', '');
    },
  });
})();

// cmi5: the site starts the page with an address that names a store of statements (an LRS).
// The statements are made by @xapi/cmi5 (Cmi5.umd.js), and sent here: they must still leave while
// the page is taken away.
'use strict';

(() => {
  const kResume = 'abscope-resume';
  const launch = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'];
  const address = new URLSearchParams(location.search);
  let cmi5 = null;
  let mastery, completed = false, verdict;

  const endpoint = path => address.get('endpoint').replace(/\/?$/, '/') + path;
  const send = (method, url, body) => fetch(url, {
    method,
    keepalive: true,
    headers: {
      'Authorization': `Basic ${cmi5.getAuthToken()}`,
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

  async function sendStatement({statement}) {
    statement.id ??= crypto.randomUUID();
    statement.timestamp ??= new Date().toISOString();
    const response = await send('PUT', endpoint(`statements?statementId=${statement.id}`), statement);
    if (!response.ok) console.warn(`cmi5: a statement is refused with status ${response.status}`);
    return {data: [statement.id]};
  }

  const stateUrl = () => endpoint(`activities/state?${new URLSearchParams({
    stateId: kResume,
    activityId: address.get('activityId'),
    agent: address.get('actor'),
    registration: address.get('registration'),
  })}`);

  function tellAnswer({question, kind, response, correct}) {
    cmi5.interaction('abscope', question, response,
        {type: 'http://adlnet.gov/expapi/activities/cmi.interaction', interactionType: kind}, correct);
  }

  globalThis.abscopeCourse({
    name: 'cmi5',
    most: 64000,
    launch,
    async open() {
      if (launch.some(name => !address.get(name))) return null;
      cmi5 = new Cmi5({
        endpoint: endpoint(''),
        fetch: address.get('fetch'),
        actor: JSON.parse(address.get('actor')),
        registration: address.get('registration'),
        activityId: address.get('activityId'),
      });
      await cmi5.initialize();
      cmi5.xapi.sendStatement = sendStatement;
      const data = cmi5.getLaunchData();
      mastery = data.masteryScore;
      const resume = await send('GET', stateUrl());
      const kept = resume.ok ? await resume.json() : {};
      completed = kept.completed === true;
      verdict = kept.verdict;
      return {link: kept.link ?? '', done: completed, browse: data.launchMode !== 'Normal'};
    },
    save(link) {
      this.link = link;
      send('POST', stateUrl(), {link, completed, verdict});
    },
    // cmi5 wants each of these at most once in a registration.
    report({completion, score, passed}, answers) {
      answers.forEach(tellAnswer);
      if (completion < 1) return;
      if (!completed) cmi5.complete();
      const now = passed ?? (score === undefined ? undefined : mastery === undefined || score >= mastery);
      if (now !== undefined && verdict !== 'passed') {
        const result = score === undefined ? undefined : {scaled: score};
        if (now) cmi5.pass(result); else if (verdict !== 'failed') cmi5.fail(result);
        verdict = now ? 'passed' : 'failed';
      }
      completed = true;
      send('POST', stateUrl(), {link: this.link, completed, verdict});
    },
    close() {
      cmi5.terminate();
    },
    leave: () => cmi5?.getLaunchData()?.returnURL,
  });
})();

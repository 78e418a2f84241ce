// The little of WebDriver that webkit.mjs needs, and an HTTP proxy in front of the pages: WebDriver
// itself can neither run a script before those of the page nor tell what a page asks for.
import http from 'node:http';

export class Session {
  constructor(port) {
    this.root = `http://127.0.0.1:${port}`;
    this.path = '';
  }
  async call(method, path, body) {
    const response = await fetch(this.root + this.path + path, {
      method, ...(method === 'POST' ? {body: JSON.stringify(body ?? {})} : {}),
    });
    const {value} = await response.json();
    if (value && value.error) {
      throw Object.assign(new Error(`${method} ${path}: ${value.error}: ${value.message}`), {code: value.error});
    }
    return value;
  }
  async open(capabilities) {
    const {sessionId} = await this.call('POST', '/session', {capabilities: {alwaysMatch: capabilities}});
    this.path = `/session/${sessionId}`;
  }
  close() { return this.call('DELETE', ''); }
}

// Playwright's names of keys, as WebDriver codes them.
const keys = {
  Control: '\uE009', Shift: '\uE008', Alt: '\uE00A', Meta: '\uE03D', Tab: '\uE004', Enter: '\uE007', Space: ' ',
  Escape: '\uE00C', Backspace: '\uE003', Delete: '\uE017', Home: '\uE011', End: '\uE010', PageUp: '\uE00E',
  PageDown: '\uE00F', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
};

export function keyActions(combination) {
  const parts = combination === '+' ? ['+'] : combination.split('+');
  const codes = parts.map(part => keys[part] || (/^F\d/.test(part) ? String.fromCharCode(0xE030 + Number(part.slice(1))) : part));
  return [
    ...codes.map(value => ({type: 'keyDown', value})),
    ...codes.reverse().map(value => ({type: 'keyUp', value})),
  ];
}

// Puts a script into the head of every document, and notes and answers what is asked for.
export function openProxy() {
  const state = {script: () => '', asked: () => {}, routes: []};
  const server = http.createServer((request, response) => {
    const address = new URL(request.url);
    state.asked(request.url);
    const route = state.routes.find(([pattern]) => pattern.test(request.url));
    if (route) {
      return route[1]({
        fulfill({status = 200, body = ''}) {
          response.writeHead(status);
          response.end(body);
        },
      });
    }
    const headers = {...request.headers};
    delete headers['proxy-connection'];
    delete headers['accept-encoding'];
    const onward = http.request(address, {method: request.method, headers}, answer => {
      if (!/text\/html/.test(answer.headers['content-type'] || '')) {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        return;
      }
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', part => { text += part; });
      answer.on('end', () => {
        const out = {...answer.headers};
        delete out['content-length'];
        response.writeHead(answer.statusCode, out);
        // Before the page's own rules on scripts, which are in its head.
        const script = `<script>${state.script()}</script>`;
        response.end(/<head>/.test(text) ? text.replace('<head>', () => '<head>' + script)
                                         : text.replace(/^(<!doctype html>)?/i, start => start + script));
      });
    });
    onward.on('error', () => {
      response.writeHead(502);
      response.end();
    });
    request.pipe(onward);
  });
  return new Promise(done => server.listen(0, '127.0.0.1', () => done({
    state,
    port: server.address().port,
    close() {
      server.closeAllConnections?.();
      server.close();
    },
  })));
}

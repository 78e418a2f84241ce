// <abscope-lab>: the lab as an element of any page. docs/embedding.md is the manual.
//   <script type="module" src="https://.../abscope-lab.js"></script>
//   <abscope-lab case="dewan-2009" arm="8x3"></abscope-lab>
// Beside this file lies the lab; the attribute src names another place.

const here = new URL('.', import.meta.url).href;
// What goes into the lab's address; `settings` is a query of its own: "rtDose=8&rtFractions=3".
const kParameters = ['case', 'arm', 'day', 'theme', 'play', 'present', 'lesson'];

const kStyle = `
:host { display: block; position: relative; aspect-ratio: 16 / 9; min-height: 320px; background: #0e1320; }
:host([hidden]) { display: none; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
button { position: absolute; inset: 0; width: 100%; border: 0; cursor: pointer; color: #fff;
  font: 600 1.1rem system-ui, sans-serif; background: #0e1320 center / cover no-repeat; }
button span { padding: .7em 1.3em; border-radius: 999px; background: #2962ff; }
button:focus-visible { outline: 3px solid #7aa2ff; outline-offset: -6px; }`;

export class AbscopeLab extends HTMLElement {
  static observedAttributes = ['case', 'arm'];

  #frame = null;
  #requests = new Map();  // by number: {resolve, reject}
  #number = 0;
  #ready = false;
  #queue = [];            // asked for before the lab was ready
  #seen = null;
  #hear = event => this.#message(event);

  constructor() {
    super();
    this.attachShadow({mode: 'open'});
  }

  connectedCallback() {
    addEventListener('message', this.#hear);
    if (this.#frame) return;
    const style = document.createElement('style');
    style.textContent = kStyle;
    this.shadowRoot.replaceChildren(style);
    if (this.getAttribute('start') === 'click') return this.#showPoster();
    this.#seen = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) this.start();
    }, {rootMargin: '200px'});
    this.#seen.observe(this);
  }

  disconnectedCallback() {
    removeEventListener('message', this.#hear);
    this.#seen?.disconnect();
    this.#frame?.remove();
    this.#frame = null;
    this.#ready = false;
    for (const request of this.#requests.values()) request.reject(new Error('the lab was taken out of the page'));
    this.#requests.clear();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#ready || before === now) return;
    // Once for both attributes of one change.
    queueMicrotask(() => {
      const wanted = `${this.getAttribute('case')} ${this.getAttribute('arm')}`;
      if (!this.#ready || wanted === this.loaded || !this.getAttribute('case')) return;
      this.loaded = wanted;
      this.load(this.getAttribute('case'), this.getAttribute('arm') ?? undefined).catch(() => {});
    });
  }

  #showPoster() {
    const button = document.createElement('button');
    const label = document.createElement('span');
    label.textContent = this.getAttribute('start-label') ?? 'Start the lab';
    button.append(label);
    const poster = this.getAttribute('poster');
    if (poster) button.style.backgroundImage = `url(${JSON.stringify(new URL(poster, document.baseURI).href)})`;
    button.addEventListener('click', () => {
      button.remove();
      this.start();
      this.#frame.focus();
    });
    this.shadowRoot.append(button);
  }

  // Loads the lab now, whether it is in view or not.
  start() {
    this.#seen?.disconnect();
    if (this.#frame) return;
    const address = new URL(this.getAttribute('src') ?? here, document.baseURI);
    for (const name of kParameters) {
      if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name) || '1');
    }
    for (const [name, value] of new URLSearchParams(this.getAttribute('settings') ?? '')) {
      address.searchParams.set(name, value);
    }
    if (location.origin !== 'null') address.searchParams.set('host', location.origin);
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') ?? 'Abscope, interactive simulation';
    frame.allow = 'fullscreen; clipboard-write';
    frame.src = address.href;
    this.#frame = frame;
    this.loaded = `${this.getAttribute('case')} ${this.getAttribute('arm')}`;
    this.shadowRoot.append(frame);
  }

  #message(event) {
    if (!this.#frame || event.source !== this.#frame.contentWindow) return;
    const message = event.data;
    if (message === null || typeof message !== 'object' || message.abscope !== 1) return;
    const request = this.#requests.get(message.requestId);
    if (request) {
      this.#requests.delete(message.requestId);
      if (message.type === 'error') {
        request.reject(new Error(message.errors.map(e => `${e.place}: ${e.text}`).join('\n')));
      } else {
        request.resolve(message);
      }
      return;
    }
    if (message.type === 'resize' && !this.style.height) this.style.minHeight = `${Math.min(message.height, 900)}px`;
    if (message.type === 'ready') {
      this.#ready = true;
      this.#queue.splice(0).forEach(post => post());
    }
    this.dispatchEvent(new CustomEvent(`abscope-${message.type}`, {detail: message, bubbles: true, composed: true}));
  }

  // Sends any request of the message API; resolves with the answer.
  request(type, fields = {}) {
    return new Promise((resolve, reject) => {
      const requestId = ++this.#number;
      this.#requests.set(requestId, {resolve, reject});
      const post = () => this.#frame.contentWindow.postMessage({abscope: 1, type, requestId, ...fields}, '*');
      if (this.#ready) return post();
      this.#queue.push(post);
      this.start();
    });
  }

  load(caseId, arm) { return this.request('loadCase', arm ? {case: caseId, arm} : {case: caseId}); }
  play() { return this.request('resume'); }
  pause() { return this.request('pause'); }
  runTo(day) { return this.request('runTo', {day}); }
  getState() { return this.request('getState'); }
  setState(state) { return this.request('setState', state); }
  announce(text) { return this.request('announce', {text}); }
  // The picture as a data URL.
  async screenshot() { return (await this.request('screenshot')).image; }
}

if (!customElements.get('abscope-lab')) customElements.define('abscope-lab', AbscopeLab);

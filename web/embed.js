// The page that writes embedding lines. Words, studies, lectures and languages come from
// embed-data.js, which make-dist.mjs writes.
'use strict';

(() => {
  const {words, cases, lectures, lessons, languages} = globalThis.abscopeEmbed;
  const byId = id => document.getElementById(id);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const quoted = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

  function addOption(select, value, text) {
    const option = document.createElement('option');
    option.value = value;
    option.textContent = text;
    select.append(option);
  }

  function fillArms() {
    const arm = byId('arm');
    arm.replaceChildren();
    addOption(arm, '', words.armDefault);
    const found = cases.find(one => one.id === byId('case').value);
    for (const one of found?.arms ?? []) addOption(arm, one.id, one.title);
    arm.disabled = !found;
  }

  // What the address and the element say: {name: value}.
  function settings() {
    const chosen = {};
    if (byId('case').value) chosen.case = byId('case').value;
    if (byId('arm').value) chosen.arm = byId('arm').value;
    for (const [name, value] of new URLSearchParams(byId('shown').value)) chosen[name] = value;
    if (byId('theme').value) chosen.theme = byId('theme').value;
    if (byId('language').value) chosen.lang = byId('language').value;
    if (byId('play').checked) chosen.play = '1';
    return chosen;
  }

  function base() {
    try {
      return new URL('.', byId('base').value).href;
    } catch {
      return new URL('.', location.href).href;
    }
  }

  const address = from => {
    const query = new URLSearchParams(settings()).toString();
    return from + (query ? `?${query}` : '');
  };

  const size = () => {
    const width = parseInt(byId('width').value, 10);
    const height = parseInt(byId('height').value, 10);
    return {
      width: width >= 200 ? String(width) : '100%',
      height: String(Math.min(2000, Math.max(320, height || 540))),
    };
  };

  function frameLine(extra = '') {
    const {width, height} = size();
    const sandbox = byId('sandbox').checked ? ' sandbox="allow-scripts"' : '';
    const allow = byId('sandbox').checked ? '' : ' allow="fullscreen; clipboard-write"';
    return `<iframe src="${quoted(address(base()))}" width="${width}" height="${height}" title="${quoted(words.frameTitle)}"` +
        ` style="border:0"${sandbox}${allow}${extra}></iframe>`;
  }

  function elementLines() {
    const attributes = Object.entries(settings());
    const own = ['case', 'arm', 'theme', 'play', 'present', 'lesson'];
    const rest = new URLSearchParams(attributes.filter(([name]) => !own.includes(name))).toString();
    const {width, height} = size();
    const parts = attributes.filter(([name]) => own.includes(name))
        .map(([name, value]) => name === 'play' ? ' play' : ` ${name}="${quoted(value)}"`);
    if (rest) parts.push(` settings="${quoted(rest)}"`);
    if (byId('click').checked) parts.push(` start="click" poster="${quoted(base())}social-card.png"`);
    const wide = width === '100%' ? '100%' : `${width}px`;
    return `<script type="module" src="${quoted(base())}abscope-lab.js"></script>\n` +
        `<abscope-lab${parts.join('')} style="width:${wide}; height:${height}px"></abscope-lab>`;
  }

  const oembed = () => {
    const {width, height} = size();
    return {
      version: '1.0',
      type: 'rich',
      provider_name: 'Abscope',
      provider_url: base(),
      title: 'Abscope',
      html: frameLine(),
      width: width === '100%' ? 960 : Number(width),
      height: Number(height),
      thumbnail_url: `${base()}social-card.png`,
      thumbnail_width: 1280,
      thumbnail_height: 720,
    };
  };

  const head = () => [
    `<link rel="canonical" href="${quoted(base())}">`,
    `<link rel="alternate" type="application/json+oembed" href="${quoted(base())}oembed.json" title="Abscope">`,
    '<meta property="og:type" content="website">',
    '<meta property="og:title" content="Abscope">',
    `<meta property="og:description" content="${quoted(words.description)}">`,
    `<meta property="og:url" content="${quoted(base())}">`,
    `<meta property="og:image" content="${quoted(base())}social-card.png">`,
    '<meta name="twitter:card" content="summary_large_image">',
  ].join('\n');

  const python = text => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;

  const kSnippets = {
    iframe: () => frameLine(' loading="lazy"'),
    element: elementLines,
    moodle: () => `<div style="overflow:auto">${frameLine()}</div>`,
    canvas: () => `<p>${frameLine()}</p>`,
    wordpress: () => `<!-- wp:html -->\n${frameLine(' loading="lazy"')}\n<!-- /wp:html -->`,
    quarto: () => '```{=html}\n' + frameLine() + '\n```',
    reveal: () => `## {background-iframe="${quoted(address(base()))}" background-interactive="true"}\n\n` +
        `<section data-background-iframe="${quoted(address(base()))}" data-background-interactive></section>`,
    jupyter: () => {
      const {width, height} = size();
      return `from IPython.display import IFrame\n\nIFrame(${python(address(base()))}, ` +
          `width=${width === '100%' ? '"100%"' : width}, height=${height})`;
    },
    link: () => address(base()),
    oembed: () => JSON.stringify(oembed(), null, 2),
    head,
  };

  function tell(text) {
    byId('told').textContent = '';
    setTimeout(() => byId('told').textContent = text, 50);
  }

  async function copy(name) {
    const text = byId(`snippet-${name}`);
    try {
      await navigator.clipboard.writeText(text.textContent);
      tell(fill(words.copied, {name: words[name]}));
    } catch {
      getSelection().selectAllChildren(text);
      tell(words.copyFailed);
    }
  }

  function addSnippet(name) {
    const section = document.createElement('section');
    section.className = 'snippet';
    const top = document.createElement('header');
    const title = document.createElement('h3');
    title.id = `title-${name}`;
    title.textContent = words[name];
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.copy;
    button.setAttribute('aria-label', fill(words.copyLabel, {name: words[name]}));
    button.addEventListener('click', () => copy(name));
    const help = document.createElement('p');
    help.className = 'help';
    help.textContent = words[`${name}Help`];
    const text = document.createElement('pre');
    text.id = `snippet-${name}`;
    text.tabIndex = 0;
    text.setAttribute('role', 'group');
    text.setAttribute('aria-labelledby', title.id);
    top.append(title, button);
    section.append(top, help, text);
    byId('snippets').append(section);
  }

  let previewed = '';
  function showPreview() {
    const {width, height} = size();
    const sandbox = byId('sandbox').checked;
    const from = address(new URL('.', location.href).href + (location.protocol === 'file:' ? 'index.html' : ''));
    const wanted = `${from} ${sandbox}`;
    let frame = byId('preview').firstElementChild;
    if (wanted !== previewed) {
      previewed = wanted;
      frame = document.createElement('iframe');
      frame.title = words.frameTitle;
      if (sandbox) frame.setAttribute('sandbox', 'allow-scripts');
      else frame.allow = 'fullscreen; clipboard-write';
      frame.src = from;
      byId('preview').replaceChildren(frame);
    }
    frame.width = width;
    frame.height = height;
  }

  let later = 0;
  function renew() {
    for (const [name, lines] of Object.entries(kSnippets)) byId(`snippet-${name}`).textContent = lines();
    clearTimeout(later);
    later = setTimeout(showPreview, 400);
  }

  addOption(byId('case'), '', words.caseDefault);
  for (const one of cases) addOption(byId('case'), one.id, one.title);
  for (const one of lectures) addOption(byId('shown'), `present=${one.id}`, fill(words.shownLecture, one));
  for (const one of lessons) addOption(byId('shown'), `lesson=${one.id}`, fill(words.shownLesson, one));
  addOption(byId('language'), '', words.languageDefault);
  for (const one of languages) addOption(byId('language'), one.id, one.title);
  byId('language').hidden = byId('language').labels[0].hidden = languages.length < 2;
  byId('base').value = new URL('.', location.href).href;
  fillArms();
  for (const name of Object.keys(kSnippets)) addSnippet(name);
  byId('case').addEventListener('input', fillArms);
  byId('choices').addEventListener('input', renew);
  byId('choices').addEventListener('submit', event => event.preventDefault());
  renew();
  showPreview();
})();

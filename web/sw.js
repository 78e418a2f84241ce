// Keeps the lab for use without a network. Pages come from the network whenever there is one; all
// other files carry the hash of their version in their address (?v=...), so what is kept can never
// be stale. make-dist.mjs writes the version and the files.
'use strict';

const kVersion = '';
const kFiles = [];

const kPrefix = `abscope ${self.registration.scope} `;
const kCache = kPrefix + kVersion;
const kPage = new URL('./', self.registration.scope).href;  // the lab, whatever its parameters
const kPatienceMs = 4000;  // with a page at hand, for a network that does not answer

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(kCache);
  await Promise.all(kFiles.map(async file => {
    const response = await fetch(file, {cache: file === './' ? 'no-cache' : 'default', credentials: 'same-origin'});
    if (!response.ok) throw new Error(`${file}: the server answers ${response.status}`);
    await cache.put(new URL(file, kPage).href, response);
  }));
  await self.skipWaiting();
})()));

// The version before stays: a page of it may still be open and ask for more of its files.
self.addEventListener('activate', event => event.waitUntil((async () => {
  const ours = (await caches.keys()).filter(name => name.startsWith(kPrefix) && name !== kCache);
  await Promise.all(ours.slice(0, -1).map(name => caches.delete(name)));
  await self.clients.claim();
})()));

async function page(request) {
  const kept = async () => (await caches.open(kCache)).match(kPage);
  const fresh = fetch(request.url, {cache: 'no-cache', credentials: 'same-origin'});
  const late = new Promise((done, fail) => setTimeout(fail, kPatienceMs, new Error('the network does not answer')));
  try {
    return await Promise.race([fresh, late]);
  } catch (error) {
    fresh.catch(() => {});
    return await kept() ?? fresh;
  }
}

async function versioned(request) {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  const ours = new URL(request.url).searchParams.get('v') === kVersion;
  if (ours && response.ok) await (await caches.open(kCache)).put(request.url, response.clone());
  return response;
}

self.addEventListener('fetch', event => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(self.registration.scope)) return;
  const path = url.origin + url.pathname;
  if (request.mode === 'navigate' && (path === kPage || path === `${kPage}index.html`)) {
    event.respondWith(page(request));
  } else if (url.searchParams.has('v')) {
    event.respondWith(versioned(request));
  }
});

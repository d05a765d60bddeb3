// Keeps the page on the device, whole and of one version, so that it opens where there is no network. It keeps no data of a day.
const CACHE = 'homeward-field-@VERSION@';
const FILES = [/*@FILES@*/];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(n => n !== CACHE).map(n => caches.delete(n))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  if (event.request.method === 'GET' && new URL(event.request.url).origin === self.location.origin) {
    event.respondWith(caches.open(CACHE).then(cache => cache.match(event.request, { ignoreSearch: true }))
      .then(kept => kept || fetch(event.request)));
  }
});

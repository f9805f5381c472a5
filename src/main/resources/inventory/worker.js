// Keeps the page and its two files, so that it opens again without network. BASE and FILES stand before this text.
// Answers and photos are not this worker's matter: the page itself keeps them and sends them.
const SHELL = "etat-des-lieux-" + FILES.slice(1).join("|");

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("etat-des-lieux-") && name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && path === BASE) {
    event.respondWith(pageFirstFromNetwork(request));
  } else if (FILES.includes(path)) {
    event.respondWith(caches.match(request, { ignoreSearch: true }).then((kept) => kept || fetch(request)));
  }
});

/** The network's answer when it comes soon; a page that asks who one is, or says that the link is gone, is never kept. */
async function pageFirstFromNetwork(request) {
  const kept = await caches.match(BASE);
  try {
    const answer = await withinSeconds(fetch(request), kept ? 4 : 60);
    if (answer.ok && answer.headers.get("X-Etat-Des-Lieux") === "page") {
      const cache = await caches.open(SHELL);
      await cache.put(BASE, answer.clone());
    }
    return answer;
  } catch (failure) {
    if (kept) return kept;
    throw failure;
  }
}

function withinSeconds(promise, seconds) {
  return Promise.race([promise, new Promise((resolve, reject) => setTimeout(() => reject(new Error("slow")), seconds * 1000))]);
}

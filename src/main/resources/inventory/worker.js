// Keeps the page and its two files, so that it opens again without network. BASE and FILES stand before this text.
// Answers and photos are not this worker's matter: the page itself keeps them and sends them.
const SHELL = "etat-des-lieux-" + FILES.slice(1).join("|");

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(FILES.slice(1))).then(() => fetch(BASE)).then(keep).then(() => self.skipWaiting()));
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

/** The page alone: one that asks who one is, says that the link is gone or goes on to the documents is never kept. */
async function keep(answer) {
  if (!answer.ok || answer.redirected || answer.headers.get("X-Etat-Des-Lieux") !== "page") return;
  const cache = await caches.open(SHELL);
  await cache.put(BASE, answer.clone());
}

/** The network's answer when it comes soon. */
async function pageFirstFromNetwork(request) {
  const kept = await caches.match(BASE);
  try {
    const answer = await withinSeconds(fetch(request), kept ? 4 : 60);
    await keep(answer);
    return kept && answer.status >= 500 ? kept : answer;
  } catch (failure) {
    if (kept) return kept;
    throw failure;
  }
}

function withinSeconds(promise, seconds) {
  return Promise.race([promise, new Promise((resolve, reject) => setTimeout(() => reject(new Error("slow")), seconds * 1000))]);
}

// The tenant's inventory on a telephone: works without network, loses nothing, says at any time what is sent.
import { Page } from "./inventory/page.js";
import { Queue } from "./inventory/queue.js";
import { server } from "./inventory/server.js";
import { openStore } from "./inventory/store.js";

const root = document.querySelector("#content");
const { base, csrf, language } = root.dataset;
const ask = server(base, csrf);

async function begin() {
  const store = await openStore(base);
  const page = new Page(base, store, ask, root);
  const queue = new Queue(store, ask, () => page.changed());
  navigator.serviceWorker?.register(`${base}/travail.js`, { scope: base }).catch((failure) => console.warn(failure));
  // The browser is asked not to clear what was not sent yet.
  navigator.storage?.persist?.();
  await page.begin(queue, language);
}

begin();

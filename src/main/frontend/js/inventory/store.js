// What the telephone keeps until the server has it: one small database per link. Files are kept as plain bytes:
// some browsers lose Blobs.
const STORES = { page: "name", answers: "seq", photos: "key" };

export function openStore(base) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`etat-des-lieux ${base}`, 1);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) {
        request.result.createObjectStore(name, { keyPath, autoIncrement: name === "answers" });
      }
    };
    request.onsuccess = () => resolve(new Store(request.result));
    request.onerror = () => reject(request.error);
  });
}

class Store {
  constructor(db) {
    this.db = db;
  }

  put(store, value) {
    return this.run(store, "readwrite", (objects) => objects.put(value));
  }

  get(store, key) {
    return this.run(store, "readonly", (objects) => objects.get(key));
  }

  all(store) {
    return this.run(store, "readonly", (objects) => objects.getAll());
  }

  remove(store, key) {
    return this.run(store, "readwrite", (objects) => objects.delete(key));
  }

  /** Resolves when the disk has it, not when it was asked to. */
  run(store, mode, act) {
    return new Promise((resolve, reject) => {
      const transaction = this.db.transaction(store, mode);
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

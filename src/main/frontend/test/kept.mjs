/** What IndexedDB keeps, in memory: a page that is killed loses its queue, not this. */
export class Kept {
  db = { name: "test" };
  stores = { page: new Map(), answers: new Map(), photos: new Map() };
  async put(store, value) { this.stores[store].set(value.name ?? value.seq ?? value.key, structuredClone(value)); }
  async get(store, key) { return structuredClone(this.stores[store].get(key)); }
  async all(store) { return [...this.stores[store].values()].map((value) => structuredClone(value)); }
  async remove(store, key) { this.stores[store].delete(key); }
}

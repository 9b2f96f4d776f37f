// Files that were chosen and are not on the server yet, kept in the browser's database, so that a reload or a lost
// connection loses none. Where that is forbidden they live as long as the page.

const DAY = 86_400_000;

export class FileStore {
  #files = new Map();
  #database;

  constructor(name) {
    this.#database = open(name).catch(() => null);
    this.#forgetOldOnes();
  }

  async put(key, content) {
    this.#files.set(key, content);
    await this.#do('readwrite', (store) => store.put({ content, at: Date.now() }, key));
  }

  /** Undefined if it is not there any more. */
  async get(key) {
    return this.#files.get(key) ?? (await this.#do('readonly', (store) => store.get(key)))?.content;
  }

  async remove(key) {
    this.#files.delete(key);
    await this.#do('readwrite', (store) => store.delete(key));
  }

  async #do(mode, work) {
    try {
      const database = await this.#database;
      return database && (await answer(work(database.transaction('files', mode).objectStore('files'))));
    } catch {
      return undefined; // full or forbidden: the copy above serves until the page closes
    }
  }

  /** What a closed tab has left behind. */
  async #forgetOldOnes() {
    const keys = (await this.#do('readonly', (store) => store.getAllKeys())) ?? [];
    for (const key of keys) {
      const file = await this.#do('readonly', (store) => store.get(key));
      if (file && file.at < Date.now() - DAY) {
        await this.remove(key);
      }
    }
  }
}

function open(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('files');
  return answer(request);
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

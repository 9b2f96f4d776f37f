// Files on their way to the server: each is sent once, however often it is asked for, and kept until its message is there.
// Events: change, at each progress.
import { Problem } from './client.js';
import { FileStore } from './file-store.js';

export class Uploads extends EventTarget {
  #client;
  #memory;
  #store;
  #running = new Map();

  /** {fileSize, messageSize, files}; without limits until they are known, for the server has the last word anyway. */
  limits = { fileSize: Infinity, messageSize: Infinity, files: Infinity };

  constructor(client, memory) {
    super();
    this.#client = client;
    this.#memory = memory;
    this.#store = new FileStore(memory.prefix);
  }

  async learnLimits() {
    try {
      this.limits = await this.#client.limits();
    } catch {
      // no connection: nothing is too large yet
    }
  }

  keep({ key }, content) {
    return this.#store.put(key, content);
  }

  content({ key }) {
    return this.#store.get(key);
  }

  /** The server's id of the file, if it has it. */
  idOf({ key }) {
    return this.#memory.uploaded[key];
  }

  /** 0 to 1. */
  progress(file) {
    return this.idOf(file) ? 1 : (this.#running.get(file.key)?.progress ?? 0);
  }

  /** One try; resolves to the server's id. The error names the file. */
  async send(file, message) {
    if (!this.idOf(file)) {
      if (!this.#running.has(file.key)) {
        this.#start(file, message);
      }
      await this.#running.get(file.key).done;
    }
    return this.idOf(file);
  }

  #start(file, message) {
    const run = { progress: 0, stop: new AbortController() };
    this.#running.set(file.key, run);
    run.done = this.#send(file, message, run).finally(() => {
      this.#running.delete(file.key);
      this.#changed();
    });
  }

  async #send(file, message, run) {
    try {
      const content = await this.content(file);
      if (!content) {
        throw Object.assign(new Problem(410), { key: 'attach.lost' });
      }
      const progress = (share) => {
        run.progress = share;
        this.#changed();
      };
      const { id } = await this.#client.upload({ ...file, content }, message, progress, run.stop.signal);
      this.#note(file, id);
    } catch (error) {
      throw Object.assign(error, { file });
    }
  }

  /** The server does not know it any more: the next try sends it once more. */
  again(files) {
    files.forEach((file) => this.#note(file, undefined));
  }

  forget(files) {
    for (const file of files) {
      this.#running.get(file.key)?.stop.abort();
      this.#note(file, undefined);
      this.#store.remove(file.key);
    }
  }

  #note({ key }, id) {
    this.#memory.uploaded = { ...this.#memory.uploaded, [key]: id };
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

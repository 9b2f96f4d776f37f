// What the customer sent and the server has not taken yet, in order. Each item keeps its id through every retry and
// reload, so the server can tell a repetition from a new message.
import { Problem } from './client.js';
import { pause, sleep } from './pause.js';

const TRIES = 4;

export class Outbox extends EventTarget {
  /** [{id, text, files} | {id, person: true}], with failed: "lost" (no connection) or "refused", badFile, taken: true */
  items;
  #memory;
  #deliver;
  #explain;
  #busy = false;

  /** @param explain tells the customer about an error, and how many milliseconds we wait because of it */
  constructor(memory, deliver, explain) {
    super();
    this.#memory = memory;
    this.#deliver = deliver;
    this.#explain = explain;
    this.items = memory.outbox;
  }

  /** Messages to be shown; a wish for a person has no words. */
  get texts() {
    return this.items.filter((item) => !item.person);
  }

  get asksForPerson() {
    return this.items.some((item) => item.person && !item.failed);
  }

  add(item) {
    this.#set([...this.items, item]);
    this.flush();
  }

  remove(gone) {
    this.#set(this.items.filter((item) => item.id !== gone.id));
  }

  clear() {
    this.#set([]);
  }

  /** The server opened a ticket with it; it stays in sight until the message itself comes back. */
  taken(item) {
    this.#change(item, { taken: true });
  }

  arrived(messages) {
    const ids = new Set(messages.map((message) => message.clientId));
    const left = this.items.filter((item) => !ids.has(item.id) && !(item.taken && messages.length));
    if (left.length < this.items.length) {
      this.#set(left);
    }
  }

  retry(item) {
    this.#change(item, { failed: null, badFile: null });
    this.flush();
  }

  /** Without the file that was refused. */
  retryWithout(item) {
    this.#change(item, { files: item.files.filter((file) => file.key !== item.badFile) });
    this.retry(item);
  }

  /** The connection is back: what only lacked that goes out by itself. */
  retryLost() {
    this.#set(this.items.map((item) => (item.failed === 'lost' ? { ...item, failed: null } : item)));
    this.flush();
  }

  /** One after the other, so that messages arrive in the order in which they were written. */
  async flush() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    let tries = 0;
    for (let item = this.#next(); item; item = this.#next()) {
      try {
        await this.#deliver(item);
        tries = 0;
      } catch (error) {
        tries = await this.#failed(item, error, tries + 1);
      }
    }
    this.#busy = false;
  }

  #next() {
    return this.items.find((item) => !item.failed && !item.taken);
  }

  /** Returns the tries to go on counting from. */
  async #failed(item, error, tries) {
    const refused = error instanceof Problem && !error.worthRetrying;
    if (refused) {
      this.#change(item, { failed: 'refused', badFile: error.file?.key });
      this.#explain(error);
      return 0;
    }
    if (tries >= TRIES) {
      this.#set(this.items.map((each) => (each.failed ? each : { ...each, failed: 'lost' })));
      this.#change(item, { badFile: error instanceof Problem ? error.file?.key : null });
      this.#explain(error);
      return 0;
    }
    if (error.status === 429) {
      const wait = (error.retryAfter ?? 5) * 1000;
      this.#explain(error, wait);
      await sleep(wait);
    } else {
      await pause(tries - 1);
    }
    return tries;
  }

  #change(changed, values) {
    this.#set(this.items.map((item) => (item.id === changed.id ? { ...item, ...values } : item)));
  }

  #set(items) {
    this.items = items;
    this.#memory.outbox = items;
    this.dispatchEvent(new Event('change'));
  }
}

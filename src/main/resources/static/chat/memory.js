// What the browser remembers, apart for each server. Private windows and sandboxes may refuse storage: then the
// conversation lives as long as the page.
export class Memory {
  #prefix;
  #spare = new Map();

  constructor(server) {
    this.#prefix = `tandem:${server}:`;
  }

  /** The key to the customer's ticket: {ticket, number, token, continued, merged}. */
  get session() {
    return this.#read('localStorage', 'session');
  }

  set session(session) {
    this.#write('localStorage', 'session', session);
  }

  get language() {
    return this.#read('localStorage', 'language');
  }

  set language(language) {
    this.#write('localStorage', 'language', language);
  }

  /** What was typed but not sent belongs to this tab alone. */
  get draft() {
    return this.#read('sessionStorage', 'draft') ?? '';
  }

  set draft(text) {
    this.#write('sessionStorage', 'draft', text || null);
  }

  /** Likewise what was sent but not yet taken, so that two tabs never send one message twice. */
  get outbox() {
    return this.#read('sessionStorage', 'outbox') ?? [];
  }

  set outbox(items) {
    this.#write('sessionStorage', 'outbox', items.length ? items : null);
  }

  /** The files that were chosen for the next message: {message, files: [{key, name, size, type}]}. */
  get picked() {
    return this.#read('sessionStorage', 'picked');
  }

  set picked(picked) {
    this.#write('sessionStorage', 'picked', picked);
  }

  /** The server's ids of files that it has already, by our keys. */
  get uploaded() {
    return this.#read('sessionStorage', 'uploaded') ?? {};
  }

  set uploaded(ids) {
    this.#write('sessionStorage', 'uploaded', Object.values(ids).some(Boolean) ? ids : null);
  }

  get prefix() {
    return this.#prefix;
  }

  /** Calls back when another tab opened a ticket or started something new. */
  onOtherTab(listener, signal) {
    addEventListener('storage', (event) => event.key === `${this.#prefix}session` && listener(), { signal });
  }

  #read(storage, key) {
    try {
      return JSON.parse(window[storage].getItem(this.#prefix + key));
    } catch {
      return this.#spare.get(key) ?? null;
    }
  }

  #write(storage, key, value) {
    this.#spare.set(key, value);
    try {
      if (value === null) {
        window[storage].removeItem(this.#prefix + key);
      } else {
        window[storage].setItem(this.#prefix + key, JSON.stringify(value));
      }
    } catch {
      // Full or forbidden: the spare copy above serves until the page closes.
    }
  }
}

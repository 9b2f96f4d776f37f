// What an agent has typed survives a closed tab, a crash and a lost connection: it is kept in the browser at every
// key and on the server a moment later, so that it is there on another computer too.

const KEEP_DAYS = 30;
const PREFIX = 'tandem-draft:';

export class Draft {
  #key;
  #save;
  #timer;
  #text = '';
  #saved = '';

  /** save(text, closing) stores on the server; without it the draft is the browser's alone. */
  constructor(user, name, save) {
    this.#key = `${PREFIX}${user}:${name}`;
    this.#save = save;
    forgetOldOnes();
  }

  /** The newer of the two: what this browser has not yet brought to the server is younger than what is there. */
  restore(onServer) {
    const here = JSON.parse(localStorage.getItem(this.#key) ?? 'null');
    const unsaved = here && here.text !== here.saved;
    this.#saved = onServer ?? '';
    this.#text = unsaved || !this.#save ? (here?.text ?? '') : this.#saved;
    if (unsaved) this.#later();
    return this.#text;
  }

  /** done() is called when the server has it. */
  write(text, done = () => {}) {
    this.#text = text;
    this.#keep();
    this.#later(done);
  }

  /** Now, because the tab is closing or another ticket is opened. */
  flush() {
    if (this.#text !== this.#saved) this.#send(true);
  }

  /** The text is being sent: a late draft would outlive it on the server. */
  hold() {
    clearTimeout(this.#timer);
  }

  /** It was sent: the server has deleted its copy. */
  clear() {
    clearTimeout(this.#timer);
    this.#text = this.#saved = '';
    localStorage.removeItem(this.#key);
  }

  #later(done) {
    clearTimeout(this.#timer);
    if (this.#save) this.#timer = setTimeout(() => this.#send(false, done), 800);
  }

  async #send(closing, done) {
    clearTimeout(this.#timer);
    if (!this.#save) return;
    const text = this.#text;
    try {
      await this.#save(text, closing);
    } catch {
      return; // it stays marked as unsaved here, so nothing is lost
    }
    this.#saved = text;
    if (this.#text !== text) return;
    this.#keep();
    done?.();
  }

  #keep() {
    if (this.#text === '' && this.#saved === '') localStorage.removeItem(this.#key);
    else localStorage.setItem(this.#key, JSON.stringify({ text: this.#text, saved: this.#saved, at: Date.now() }));
  }
}

function forgetOldOnes() {
  const oldest = Date.now() - KEEP_DAYS * 86_400_000;
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    if ((JSON.parse(localStorage.getItem(key))?.at ?? 0) < oldest) localStorage.removeItem(key);
  }
}

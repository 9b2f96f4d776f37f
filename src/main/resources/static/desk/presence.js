// Says that this page has the ticket before somebody's eyes, and when they type. Nothing of it is kept.
import { uuid } from './dom.js';

const STILL_HERE = 15_000;
const PAUSE = 4_000;

export class Presence {
  #page = uuid();
  #say;
  #beat;
  #pause;
  #state = 'gone';
  #seen = () => this.#is(document.hidden ? 'gone' : 'reading');

  /** say(page, state) tells the server; that it fails harms nobody. */
  constructor(say) {
    this.#say = say;
    document.addEventListener('visibilitychange', this.#seen);
    this.#beat = setInterval(() => document.hidden || this.#tell(), STILL_HERE);
    this.#seen();
  }

  typing() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#is('reading'), PAUSE);
    this.#is('typing');
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#seen);
    clearInterval(this.#beat);
    this.#is('gone');
  }

  #is(state) {
    if (state !== 'typing') clearTimeout(this.#pause);
    if (state === this.#state) return;
    this.#state = state;
    this.#tell();
  }

  #tell() {
    this.#say(this.#page, this.#state).catch(() => {});
  }
}

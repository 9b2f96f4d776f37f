// The line on which one tab of a browser hears the news for all of them.
import { me, news } from './api.js';

const RETRY = 5_000;

/**
 * after() says how far this browser has heard; on.news(item) and on.heard(position) are called in the one tab that listens. If
 * that tab is closed, another one takes its place. A session that has ended ends the line without a word; it is tried again when
 * somebody looks at the tab.
 */
export class NewsLine {
  #user;
  #after;
  #on;
  #source;
  #timer;
  #leave;
  #hangUp;
  #looked = () => document.hidden || this.#leave || this.#again();

  constructor(user, after, on) {
    this.#user = user;
    this.#after = after;
    this.#on = on;
    document.addEventListener('visibilitychange', this.#looked);
    this.#queue();
  }

  close() {
    document.removeEventListener('visibilitychange', this.#looked);
    this.#sleep();
  }

  /** Locks are missing where the page is not served by HTTPS: there each tab listens. */
  #queue() {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const lead = () => {
      this.#open();
      return new Promise((end) => (this.#hangUp = end));
    };
    if (!navigator.locks) lead();
    else navigator.locks.request(`tandem-news:${this.#user}`, { signal }, lead).catch(() => {});
  }

  #open() {
    const source = (this.#source = news.listen(this.#after()));
    source.addEventListener('news', ({ data }) => this.#on.news(JSON.parse(data)));
    source.addEventListener('heard', ({ data }) => this.#on.heard(Number(data)));
    source.addEventListener('end', () => this.#sleep());
    source.onerror = () => {
      // after a refusal, unlike a lost connection, the browser does not try again
      if (source.readyState === EventSource.CLOSED) this.#timer = setTimeout(() => this.#again(), RETRY);
    };
  }

  /** Somebody else may have signed in meanwhile, who has a line of their own. */
  async #again() {
    try {
      const { user } = await me();
      if (user !== this.#user) this.#sleep();
      else if (this.#leave) this.#open();
      else this.#queue();
    } catch (failure) {
      if (isRefused(failure)) this.#sleep();
      else if (this.#leave) this.#timer = setTimeout(() => this.#again(), RETRY);
    }
  }

  /** Another tab may listen. */
  #sleep() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#leave?.abort();
    this.#leave = undefined;
    this.#hangUp?.();
  }
}

/** Not signed in, or not for tickets. */
export const isRefused = ({ status }) => status === 401 || status === 403;

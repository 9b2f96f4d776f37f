// The tabs of one browser, which agree on where the agent looks just now.
import { uuid } from './dom.js';

const PATIENCE = 200;

/** look() says what this tab shows: {visible, ticket}. show() is called in the tab that is to tell what is new. */
export class NewsTabs {
  #channel = new BroadcastChannel('tandem-news');
  #id = uuid();
  #look;
  #at = 0;
  #answers = [];
  #came = () => (this.#at = Date.now());

  constructor(look, show) {
    this.#look = look;
    addEventListener('focus', this.#came);
    this.#channel.onmessage = ({ data: { ask, answer, show: chosen } }) => {
      if (ask) this.#channel.postMessage({ answer: this.#here() });
      if (answer) this.#answers.push(answer);
      if (chosen === this.#id) show();
    };
    this.show = (tab) => (tab === this.#id ? show() : this.#channel.postMessage({ show: tab }));
  }

  close() {
    removeEventListener('focus', this.#came);
    this.#channel.close();
  }

  /** All tabs that are to be seen now, the one that was used last first. Tabs that have gone do not answer. */
  async visible() {
    this.#answers = [this.#here()];
    this.#channel.postMessage({ ask: true });
    await new Promise((done) => setTimeout(done, PATIENCE));
    return this.#answers.filter(({ visible }) => visible).sort((a, b) => b.at - a.at);
  }

  #here() {
    return { tab: this.#id, at: this.#at, ...this.#look() };
  }
}

// What one agent has not looked at yet and what they want to hear of: in this browser only, shared by all of its tabs.

const MOST = 200;
const EMPTY = { heard: undefined, unread: [], off: [] };

/** Tells by "change" that something changed, here or in another tab. */
export class NewsStore extends EventTarget {
  #key;
  #memory = EMPTY; // where the browser keeps nothing, this tab does
  #changed = ({ key }) => key === this.#key && this.dispatchEvent(new Event('change'));

  constructor(user) {
    super();
    this.#key = `tandem-news:${user}`;
    addEventListener('storage', this.#changed);
  }

  close() {
    removeEventListener('storage', this.#changed);
  }

  get heard() {
    return this.#read().heard;
  }

  /** {id, kind, number, task?, shown} in the order in which it came. */
  get unread() {
    return this.#read().unread;
  }

  wants(topic) {
    return !this.#read().off.includes(topic);
  }

  want(topic, wanted) {
    this.#change(({ off }) => ({ off: wanted ? off.filter((one) => one !== topic) : [...off, topic] }));
  }

  /** Everything up to this position has been heard, and these are new. */
  hear(heard, items) {
    this.#change(({ unread }) => {
      const known = new Set(unread.map(({ id }) => id));
      return { heard, unread: [...unread, ...items.filter(({ id }) => !known.has(id))].slice(-MOST) };
    });
  }

  shown() {
    this.#change(({ unread }) => ({ unread: unread.map((item) => ({ ...item, shown: true })) }));
  }

  drop(isOver) {
    if (!this.unread.some(isOver)) return;
    this.#change(({ unread }) => ({ unread: unread.filter((item) => !isOver(item)) }));
  }

  #read() {
    try {
      return { ...EMPTY, ...JSON.parse(localStorage.getItem(this.#key)) };
    } catch {
      return this.#memory;
    }
  }

  #change(to) {
    const now = this.#read();
    this.#memory = { ...now, ...to(now) };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#memory));
    } catch {
      // full or forbidden: this tab still knows
    }
    this.dispatchEvent(new Event('change'));
  }
}

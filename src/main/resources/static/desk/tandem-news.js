import { me, news } from './api.js';
import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { alert } from './news-alert.js';
import { isRefused, NewsLine } from './news-line.js';
import { NewsStore } from './news-store.js';
import { NewsTabs } from './news-tabs.js';
import { NewsTitle } from './news-title.js';
import { topicOf } from './news-words.js';
import { language, loadTexts, t } from './texts.js';
import './tandem-news-list.js';
import './tandem-toasts.js';

const GATHER = 500;
const RETRY = 30_000;

const sheet = css(`
  :host { position: relative; display: inline-flex; align-items: center; margin-right: 6px; vertical-align: middle; }
  .bell { display: inline-flex; gap: 4px; align-items: center; padding: 4px 10px; font-size: 13.5px; line-height: 1.4; }
  .bell.some { border-color: var(--accent); color: var(--accent); font-weight: 600; }
  svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.8; }
  tandem-news-list, output { position: absolute; top: calc(100% + 8px); right: 0; z-index: 20; width: min(380px, 92vw);
    background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / .16); padding: 10px 14px; white-space: normal; text-align: left; }
`);

/**
 * The bell: how much is new, what it is, and what the agent wants to hear of. Of all tabs of a browser one listens, and the one
 * that the agent looks at tells. Tells by desk-given {task} what the agent wants to open.
 */
class TandemNews extends DeskElement {
  #parts;
  #store;
  #line;
  #tabs;
  #title;
  #fresh = [];
  #heard;
  #timer;
  #seen = () => {
    this.#dropWhatIsOpen();
    if (!document.hidden) this.#show();
  };
  #pressed = (event) => {
    if (event.key === 'Escape') this.#close();
    if (event.ctrlKey && event.altKey && event.code === 'KeyB') {
      event.preventDefault();
      this.#toggle(true);
    }
  };
  #beside = (event) => event.composedPath().includes(this) || this.#toggle(false);

  constructor() {
    super(sheet);
    this.addEventListener('news-open', ({ detail }) => this.#open(detail.items));
    this.addEventListener('news-dismiss', ({ detail }) => this.#drop(detail.items));
  }

  connectedCallback() {
    document.addEventListener('visibilitychange', this.#seen);
    document.addEventListener('desk-shown', this.#seen);
    document.addEventListener('keydown', this.#pressed);
    document.addEventListener('click', this.#beside);
    this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#seen);
    document.removeEventListener('desk-shown', this.#seen);
    document.removeEventListener('keydown', this.#pressed);
    document.removeEventListener('click', this.#beside);
    clearTimeout(this.#timer);
    for (const part of [this.#line, this.#tabs, this.#title, this.#store]) part?.close();
    this.#store = undefined;
  }

  async #start() {
    try {
      const [{ user }] = await Promise.all([me(), loadTexts()]);
      if (!this.isConnected || this.#store) return;
      this.#store = new NewsStore(user);
      this.#build();
      this.#store.addEventListener('change', () => this.#draw());
      this.#title = new NewsTitle();
      this.#tabs = new NewsTabs(() => ({ visible: !document.hidden, ticket: this.#ticket() }), () => this.#show());
      this.#line = new NewsLine(user, () => this.#store.heard, {
        news: (item) => this.#fresh.push(item),
        heard: (position) => this.#gather(position),
      });
      this.#draw();
    } catch (failure) {
      if (!isRefused(failure)) this.#timer = setTimeout(() => this.#start(), RETRY);
    }
  }

  #build() {
    this.lang = language;
    const parts = (this.#parts = {
      count: h('span'),
      list: h('tandem-news-list', { hidden: true }),
      toasts: h('tandem-toasts'),
      sentence: h('output', { hidden: true }),
    });
    parts.bell = h('button', { type: 'button', class: 'bell', 'data-action': 'news', 'aria-expanded': 'false', title: t('news.key'),
      'aria-keyshortcuts': 'Control+Alt+B', onclick: () => this.#toggle(parts.list.hidden) }, bell(), parts.count);
    parts.list.open(this.#store);
    this.shadowRoot.replaceChildren(parts.bell, parts.list, h('div', { role: 'status' }, parts.sentence), parts.toasts);
  }

  #draw() {
    const { unread } = this.#store;
    const { bell, count, list, toasts } = this.#parts;
    this.#title.count = unread.length;
    count.textContent = unread.length || '';
    bell.classList.toggle('some', unread.length > 0);
    bell.setAttribute('aria-label', unread.length ? t('news.badge', { count: unread.length }) : t('news'));
    list.draw();
    toasts.keep(unread);
  }

  /** Much may come at once: it is told at once. */
  #gather(position) {
    this.#heard = position;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#decide(), GATHER);
  }

  async #decide() {
    const tabs = await this.#tabs.visible();
    if (!this.#store) return;
    const [fresh, heard] = [this.#fresh.splice(0), this.#heard];
    const open = new Set(tabs.map(({ ticket }) => ticket));
    const wanted = fresh.filter(({ kind, number }) => kind === 'taken' || (this.#store.wants(topicOf(kind)) && !open.has(number)));
    const items = wanted.filter((item, at) => item.kind !== 'taken' && !wanted.slice(at).some(isOverBy(item)));
    this.#store.drop((item) => fresh.some(isOverBy(item)));
    this.#store.hear(heard, items);
    if (!items.length) return;
    if (tabs.length) this.#tabs.show(tabs[0].tab);
    else alert(this.#store.unread.filter(({ shown }) => !shown), (group) => this.#open(group));
  }

  /** Here the agent looks: what was not told yet is told now. */
  #show() {
    if (!this.#store) return;
    const items = this.#store.unread.filter(({ shown }) => !shown);
    if (!items.length) return;
    this.#store.shown();
    this.#parts.toasts.add(items);
  }

  /** The number of the ticket that this tab shows. */
  #ticket() {
    return Number(document.querySelector('tandem-ticket')?.dataset.number) || undefined;
  }

  #dropWhatIsOpen() {
    const open = this.#ticket();
    if (open && !document.hidden) this.#store?.drop(({ number }) => number === open);
  }

  async #open(items) {
    if (items.length > 1) return this.#toggle(true);
    this.#drop(items);
    this.#toggle(false);
    try {
      const { task } = items[0].task ? items[0] : await news.place(items[0].id);
      tell(this, 'desk-given', { task });
    } catch (failure) {
      this.#say(failure.status === 401 ? t('next.login') : failure.message || t('next.failed'));
    }
  }

  #drop(items) {
    if (this.#parts.toasts.matches(':focus-within')) this.#parts.bell.focus(); // what has it is about to go
    const ids = new Set(items.map(({ id }) => id));
    this.#store.drop(({ id }) => ids.has(id));
  }

  #say(words) {
    const { sentence } = this.#parts;
    sentence.textContent = words;
    sentence.hidden = false;
    setTimeout(() => (sentence.hidden = true), 8_000);
  }

  #toggle(open) {
    if (!this.#parts || this.#parts.list.hidden === !open) return;
    this.#parts.list.hidden = !open;
    this.#parts.bell.setAttribute('aria-expanded', String(open));
    if (open) this.#parts.list.focusFirst();
  }

  #close() {
    if (this.#parts?.list.hidden ?? true) return;
    this.#toggle(false);
    this.#parts.bell.focus();
  }
}

/** A ticket that somebody has taken waits for nobody else. */
const isOverBy = (item) => (later) =>
  later.kind === 'taken' && later.number === item.number && (item.kind === 'waiting' || item.kind === 'due');

function bell() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4');
  svg.append(path);
  return svg;
}

customElements.define('tandem-news', TandemNews);

import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { groups, sentenceOf } from './news-words.js';
import { t } from './texts.js';

const STAYS = 15_000;

const sheet = css(`
  :host { position: fixed; left: 12px; bottom: 12px; z-index: 30; width: min(340px, calc(100vw - 24px)); white-space: normal; }
  .toast { display: flex; gap: 8px; align-items: center; margin-top: 8px; padding: 10px 12px; background: var(--paper);
    border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: var(--radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / .18); text-align: left; }
  .due { border-left-color: #b97a17; }
  p { flex: 1; }
  button { padding: 3px 10px; font-size: 13px; }
`);

/**
 * What has just come in, in the corner where no button of a ticket is, one for each kind of news. It goes by itself, unless the agent is at it by pointer or
 * keyboard; it never takes the focus. Tells by news-open {items} and news-dismiss {items} what the agent does with it.
 */
class TandemToasts extends DeskElement {
  #items = [];
  #list = h('div', { role: 'status', 'aria-live': 'polite', 'aria-atomic': 'false' });
  #timer;

  constructor() {
    super(sheet);
    this.shadowRoot.append(this.#list);
    this.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.addEventListener('focusin', () => clearTimeout(this.#timer));
    for (const leave of ['pointerleave', 'focusout']) this.addEventListener(leave, () => this.#wait());
    this.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#end(this.#items));
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  add(items) {
    this.#items = [...this.#items, ...items];
    this.#draw();
    this.#wait();
  }

  /** Only what is still new stays. */
  keep(unread) {
    const still = new Set(unread.map(({ id }) => id));
    const left = this.#items.filter(({ id }) => still.has(id));
    if (left.length === this.#items.length) return;
    this.#items = left;
    this.#draw();
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.matches(':hover, :focus-within') || this.keep([]), STAYS);
  }

  /** What stays as it is is not drawn again, so that it keeps the focus and is not read out twice. */
  #draw() {
    const before = new Map([...this.#list.children].map((toast) => [toast.dataset.ids, toast]));
    const wanted = groups(this.#items).map((group) => before.get(idsOf(group)) ?? this.#toast(group));
    const { kind, action } = this.#focused();
    for (const toast of before.values()) if (!wanted.includes(toast)) toast.remove();
    wanted.forEach((toast) => toast.isConnected || this.#list.append(toast));
    if (action) this.#list.querySelector(`[data-kind=${kind}] [data-action=${action}]`)?.focus();
  }

  #focused() {
    const button = this.#list.contains(this.shadowRoot.activeElement) && this.shadowRoot.activeElement;
    return button ? { kind: button.parentElement.dataset.kind, action: button.dataset.action } : {};
  }

  #toast(group) {
    const sentence = sentenceOf(group);
    const [{ kind }] = group;
    return h('div', { class: `toast arrives ${kind}`, 'data-kind': kind, 'data-ids': idsOf(group) },
      h('p', {}, sentence),
      h('button', { type: 'button', class: 'main', 'data-action': 'open', 'aria-label': t('news.open.label', { sentence }),
        onclick: () => tell(this, 'news-open', { items: group }) }, t(group.length > 1 ? 'news.open.many' : 'news.open')),
      h('button', { type: 'button', 'data-action': 'dismiss', 'aria-label': t('news.dismiss.label', { sentence }),
        onclick: () => this.#end(group) }, '✕'));
  }

  #end(items) {
    tell(this, 'news-dismiss', { items });
  }
}

const idsOf = (group) => group.map(({ id }) => id).join();

customElements.define('tandem-toasts', TandemToasts);

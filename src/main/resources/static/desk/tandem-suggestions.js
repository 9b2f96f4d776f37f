import { offersOf } from './api.js';
import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';
import { dateOf } from './time.js';

const sheet = css(`
  .chips { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin-bottom: 8px; }
  .one { display: inline-flex; max-width: 100%; border: 1px solid var(--line); border-radius: 99px; background: var(--paper); }
  .one button, .one a { border: 0; background: none; padding: 2px 10px; font-size: 12.5px; border-radius: 99px; }
  .one button { max-width: min(260px, 70vw); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .one a { border-left: 1px solid var(--line); border-radius: 0 99px 99px 0; padding: 2px 9px 2px 7px; text-decoration: none; }
  .one.draft { border-color: var(--accent); background: var(--accent-soft); }
  .all { border: 0; background: none; padding: 2px 8px; font-size: 12.5px; text-decoration: underline; text-underline-offset: 2px; }
  kbd { font: inherit; font-size: 11.5px; margin-left: 6px; color: var(--ink-soft); }
  ul { display: grid; gap: 8px; max-height: 38vh; overflow-y: auto; margin-bottom: 8px; overscroll-behavior: contain; }
  li { border: 1px solid var(--line); border-radius: var(--radius); padding: 8px 12px; background: var(--ground); }
  .head { display: flex; gap: 4px 10px; align-items: baseline; flex-wrap: wrap; }
  .head h4 { font-weight: 600; flex: 1 1 200px; overflow-wrap: anywhere; }
  .head button { padding: 2px 10px; font-size: 12.5px; }
  .text { white-space: pre-wrap; overflow-wrap: anywhere; margin-top: 4px; }
`);

const PAUSE = 400;
const SHORT = 60;

/** Offers, never scripts: a click puts one into the box, where it can be changed. Looked for after the form is there. */
class TandemSuggestions extends DeskElement {
  #task;
  #offers;
  #timer;
  #turn = 0;
  #open = false;
  #status = h('p', { class: 'sr', role: 'status' });

  constructor() {
    super(sheet);
  }

  connectedCallback() {
    this.hidden = this.#list().length === 0;
  }

  set ticket({ task, finished }) {
    if (finished) clearTimeout(this.#timer);
    else if (task !== this.#task) {
      this.#task = task;
      this.#open = false;
      this.#show(undefined);
      this.#look();
    }
  }

  /** The customer has written: other things may fit now. */
  refresh() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), PAUSE);
  }

  /** The first of what there is, by a key from the box. @returns whether there was something */
  insertFirst() {
    const first = this.#list()[0];
    if (first) this.#use(first);
    return Boolean(first);
  }

  /** Who can do without offers is not told that there are none. */
  async #look() {
    const turn = ++this.#turn;
    try {
      const found = await offersOf(this.#task).load();
      if (turn !== this.#turn) return;
      this.#show(found);
      if (!found.draft?.wordable) return;
      const worded = await offersOf(this.#task).word();
      if (turn === this.#turn) this.#show(worded);
    } catch {
      // the form works without
    }
  }

  #show(offers) {
    const before = this.#offers;
    this.#offers = offers;
    const list = this.#list();
    this.hidden = list.length === 0;
    const news = before && offers && JSON.stringify(texts(before)) !== JSON.stringify(texts(offers));
    this.#build(list);
    if (news) this.#status.textContent = t('offers.new');
  }

  /** All in one form: {kind, id, title, text, meta, url, lang}. */
  #list() {
    if (!this.#offers) return [];
    const { draft, articles, similar, language: lang } = this.#offers;
    return [
      ...(draft ? [{ kind: 'draft', id: draft.id, title: t('offers.draft'), text: draft.text,
        meta: draft.wordable ? [t('offers.wording')] : [] }] : []),
      ...articles.map(({ id, article, title, url, text, confidence }) => ({ kind: 'article', id, article, title, url, text, lang,
        meta: [t('offers.article'), t('offers.confidence', { percent: Math.round(confidence * 100) })] })),
      ...similar.map(({ id, matter, text, byBot, rating, closedAt }) => ({ kind: 'similar', id, text, lang,
        title: t('offers.similar', { matter }),
        meta: [t('offers.similar.kind'), rating && t('offers.rating', { rating }), byBot && t('offers.bot'), dateOf(closedAt)] })),
    ].map((offer) => ({ ...offer, textLang: lang, meta: offer.meta.filter(Boolean) }));
  }

  #build(list) {
    const focused = this.shadowRoot.activeElement?.dataset?.key;
    this.#status.textContent = '';
    this.shadowRoot.replaceChildren(
      h('div', { class: 'chips', role: 'group', 'aria-label': t('offers') },
        h('span', { class: 'soft', 'aria-hidden': 'true' }, `${t('offers')}:`),
        this.#open ? null : list.map((offer) => this.#chip(offer)),
        h('button', { type: 'button', class: 'all', 'data-action': 'offers', 'data-key': 'all', 'aria-expanded': String(this.#open),
          'aria-controls': 'all', onclick: () => this.#toggle() }, t(this.#open ? 'offers.less' : 'offers.all'))),
      h('ul', { id: 'all', hidden: !this.#open, tabindex: this.#open && '0', 'aria-label': t('offers') },
        this.#open && list.map((offer) => this.#card(offer))),
      this.#status);
    if (focused) this.shadowRoot.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  #chip(offer) {
    const { kind, id, article, title, text, url, lang } = offer;
    return h('span', { class: `one ${kind}`, 'data-offer': kind },
      h('button', { type: 'button', title: text, lang, 'data-suggestion': article ?? kind, 'data-key': kind + id,
        'aria-label': t('offers.insert.named', { title }), 'aria-keyshortcuts': kind === 'draft' && 'F2',
        onclick: () => this.#use(offer) },
        `${{ draft: '✎', article: '+', similar: '≈' }[kind]} ${title.length > SHORT ? `${title.slice(0, SHORT)}…` : title}`,
        kind === 'draft' && h('kbd', { 'aria-hidden': 'true' }, t('offers.draft.hint'))),
      url && this.#link(offer, '↗'));
  }

  #card(offer) {
    const { kind, id, title, text, meta, url, lang, textLang } = offer;
    return h('li', { 'data-offer': kind },
      h('div', { class: 'head' },
        h('h4', { lang }, title, ' ', url && this.#link(offer, '↗')),
        h('span', { class: 'soft' }, meta.join(' · ')),
        h('button', { type: 'button', 'data-key': kind + id, 'data-action': 'insert-offer',
          'aria-label': t('offers.insert.named', { title }), onclick: () => this.#use(offer) }, t('offers.insert'))),
      h('p', { class: 'text', lang: textLang }, text));
  }

  #link({ url, title }, sign) {
    return h('a', { href: url, target: '_blank', rel: 'noopener', 'aria-label': t('offers.open', { title }) }, sign);
  }

  #toggle() {
    this.#open = !this.#open;
    this.#build(this.#list());
  }

  #use({ id, text }) {
    if (this.#open) this.#toggle();
    tell(this, 'desk-insert', { text });
    offersOf(this.#task).used(id).catch(() => {}); // it only teaches the offers
  }
}

const texts = ({ draft, articles, similar }) => [draft?.text, ...articles.map(({ text }) => text), ...similar.map(({ text }) => text)];

customElements.define('tandem-suggestions', TandemSuggestions);

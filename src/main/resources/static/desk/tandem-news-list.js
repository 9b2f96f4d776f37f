import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { ask, permission } from './news-alert.js';
import { sentenceOf, TOPICS } from './news-words.js';
import { t } from './texts.js';

const sheet = css(`
  section { display: grid; gap: 8px; max-height: min(70vh, 560px); overflow-y: auto; }
  h3 { font-weight: 600; }
  li { display: flex; gap: 6px; align-items: center; padding: 4px 0; border-bottom: 1px solid var(--line); }
  li button:first-child { flex: 1; border: 0; padding: 4px; text-align: left; }
  button { padding: 3px 10px; font-size: 13px; }
  fieldset { margin: 0; padding: 8px 0 0; border: 0; border-top: 1px solid var(--line); display: grid; gap: 4px; }
  legend { font-weight: 600; padding: 0; float: left; width: 100%; }
  label { display: flex; gap: 8px; align-items: center; }
  input { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); flex: none; }
`);

/** All that is new, and what an agent wants to hear of. Tells by news-open {items} and news-dismiss {items}. */
class TandemNewsList extends DeskElement {
  #store;
  #list = h('ul');
  #none = h('p', { class: 'soft', hidden: true });
  #clear = h('button', { type: 'button', 'data-action': 'clear', onclick: () => this.#dismiss(this.#store.unread) });
  #beyond = h('div');

  constructor() {
    super(sheet);
  }

  open(store) {
    this.#store = store;
    this.#none.textContent = t('news.none');
    this.#clear.textContent = t('news.clear');
    this.shadowRoot.replaceChildren(h('section', { 'aria-label': t('news'), tabindex: 0 },
      h('h3', {}, t('news')), this.#list, this.#none, this.#clear,
      h('fieldset', {}, h('legend', {}, t('news.switches')), TOPICS.map((topic) => this.#switch(topic))),
      this.#beyond, h('p', { class: 'soft' }, t('news.kept'))));
    this.#ask();
    this.draw();
  }

  focusFirst() {
    (this.#list.querySelector('button') ?? this.shadowRoot.querySelector('section')).focus();
  }

  draw() {
    const { unread } = this.#store;
    const focused = this.#list.contains(this.shadowRoot.activeElement);
    this.#none.hidden = unread.length > 0;
    this.#clear.hidden = unread.length < 2;
    this.#list.replaceChildren(...[...unread].reverse().map((item) => this.#item(item)));
    if (focused) this.focusFirst();
  }

  #item(item) {
    const sentence = sentenceOf([item]);
    return h('li', { 'data-kind': item.kind, 'data-number': item.number },
      h('button', { type: 'button', 'data-action': 'open', onclick: () => tell(this, 'news-open', { items: [item] }) }, sentence),
      h('button', { type: 'button', 'data-action': 'dismiss', 'aria-label': t('news.dismiss.label', { sentence }),
        onclick: () => this.#dismiss([item]) }, '✕'));
  }

  #dismiss(items) {
    tell(this, 'news-dismiss', { items });
  }

  #switch(topic) {
    const box = h('input', { type: 'checkbox', 'data-topic': topic, onchange: () => this.#store.want(topic, box.checked) });
    box.checked = this.#store.wants(topic);
    return h('label', {}, box, t(`news.switch.${topic}`));
  }

  #ask() {
    const said = permission();
    if (!said) return;
    this.#beyond.replaceChildren(said === 'default'
      ? h('button', { type: 'button', 'data-action': 'allow', onclick: () => ask().then(() => this.#ask()) }, t('news.browser.allow'))
      : h('p', { class: 'soft', role: 'status' }, t(said === 'granted' ? 'news.browser.allowed' : 'news.browser.denied')));
  }
}

customElements.define('tandem-news-list', TandemNewsList);

import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';

const sheet = css(`
  div { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin-bottom: 8px; }
  span.one { display: inline-flex; border: 1px solid var(--line); border-radius: 99px; background: var(--paper); }
  button, a { border: 0; background: none; padding: 2px 10px; font-size: 12.5px; border-radius: 99px; }
  button { max-width: 260px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  a { border-left: 1px solid var(--line); border-radius: 0 99px 99px 0; padding: 2px 9px 2px 7px; text-decoration: none; }
`);

/** Offers, never scripts: a click puts an article's text into the box, where it can be changed. */
class TandemSuggestions extends DeskElement {
  constructor() {
    super(sheet);
  }

  set ticket({ suggestions, language }) {
    this.hidden = !suggestions?.length;
    if (this.hidden) return;
    this.shadowRoot.replaceChildren(h('div', { role: 'group', 'aria-label': t('suggestions') },
      h('span', { class: 'soft' }, t('suggestions')),
      suggestions.slice(0, 4).map(({ article, title, url, text }) => h('span', { class: 'one' },
        h('button', {
          type: 'button', title: text, lang: language, 'data-suggestion': article,
          'aria-label': t('suggestions.insert', { title }), onclick: () => tell(this, 'desk-insert', { text }),
        }, `+ ${title}`),
        h('a', { href: url, target: '_blank', rel: 'noopener', 'aria-label': t('suggestions.open', { title }) }, '↗')))));
  }
}

customElements.define('tandem-suggestions', TandemSuggestions);

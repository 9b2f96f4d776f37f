// The customer's matters, where an agent has made two tickets out of one: which one is here, and the way to the other.
import { h } from './dom.js';

export class TandemMatters extends HTMLElement {
  #list = h('ul');

  connectedCallback() {
    this.append(h('nav', {}, this.#list));
  }

  update({ matters, session }, { t, language }) {
    this.hidden = !matters.length;
    const shown = [language, session?.ticket, ...matters.map(({ ticket }) => ticket)].join(' ');
    if (this.dataset.shown === shown) {
      return;
    }
    this.dataset.shown = shown;
    this.firstChild.setAttribute('aria-label', t('matters'));
    this.#list.replaceChildren(...matters.map((matter) => h('li', {}, this.#matter(matter, session, t))));
  }

  #matter(matter, session, t) {
    if (matter.ticket === session.ticket) {
      return h('span', { 'aria-current': 'true' }, t('matter.here', matter));
    }
    const open = () => this.dispatchEvent(new CustomEvent('chat-matter', { bubbles: true, detail: matter }));
    return h('button', { type: 'button', 'data-matter': matter.number, onclick: open }, t('matter.open', matter));
  }
}

customElements.define('tandem-matters', TandemMatters);

import { h, setText } from '../insight/dom.js';
import { loadTexts } from './words.js';

/** The page: both lists, and one place that tells screen readers what has become of a mail. */
class TandemMails extends HTMLElement {
  #report = h('p', { class: 'sr', role: 'status' });

  async connectedCallback() {
    try {
      await loadTexts();
    } catch {
      this.replaceChildren(h('p', { class: 'bad', role: 'alert' }, this.dataset.failed));
      return;
    }
    const lists = ['quarantine', 'aside'].map((list) => h('tandem-mail-list', { 'data-list': list }));
    this.replaceChildren(this.#report, ...lists);
    this.addEventListener('mail-report', ({ detail }) => setText(this.#report, detail));
  }
}

customElements.define('tandem-mails', TandemMails);

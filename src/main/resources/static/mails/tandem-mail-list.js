import { h, setText } from '../insight/dom.js';
import { list } from './api.js';
import { counted, numberOf, t } from './words.js';

/** One list of mails, page by page. What was decided stays in its place until the list is loaded again. */
class TandemMailList extends HTMLElement {
  #page = 0;
  #of = 0;
  #decided = 0;
  #count = h('span', { class: 'count' });
  #heading;
  #none = h('p', { class: 'none', hidden: true });
  #failure = h('p', { class: 'bad', role: 'alert', hidden: true });
  #list = h('ul', { class: 'mails' });
  #where = h('span', { class: 'soft' });
  #newer;
  #older;
  #pager;

  connectedCallback() {
    if (this.firstChild) return;
    const name = this.dataset.list;
    const button = (action, does) => h('button', { type: 'button', 'data-action': action, onclick: does }, t(action));
    this.#newer = button('newer', () => this.#turn(this.#page - 1));
    this.#older = button('older', () => this.#turn(this.#decided ? this.#page : this.#page + 1));
    this.#heading = h('h2', { id: `list-${name}`, tabindex: -1 }, t(`${name}.title`));
    this.#pager = h('nav', { class: 'acts pager', 'aria-label': t('pages.label', { list: t(`${name}.title`) }) }, this.#newer, this.#where, this.#older);
    this.#none.textContent = t(`${name}.none`);
    this.append(h('section', { 'aria-labelledby': `list-${name}` },
      h('div', { class: 'top' }, this.#heading, this.#count, button('reload', () => this.#turn(this.#page))),
      h('p', {}, t(`${name}.text`)), this.#failure, this.#none, this.#list, this.#pager));
    this.addEventListener('mail-decided', ({ target, detail }) => this.#decide(target, detail));
    this.#load(0);
  }

  /** Older mails come up where others were decided: then this page is asked for again, so that none is passed over. */
  async #turn(page) {
    if (await this.#load(page)) this.#heading.focus();
  }

  async #load(page) {
    this.setAttribute('aria-busy', 'true');
    this.#failure.hidden = true;
    try {
      const found = await list(this.dataset.list, page);
      const pages = Math.max(1, Math.ceil(found.of / found.size));
      if (page >= pages) return await this.#load(pages - 1);
      this.#draw(found, pages);
      return true;
    } catch (failure) {
      this.#failure.textContent = t('failed', { reason: failure.message });
      this.#failure.hidden = false;
      return false;
    } finally {
      this.removeAttribute('aria-busy');
    }
  }

  #draw({ mails, page, of }, pages) {
    [this.#page, this.#of, this.#decided] = [page, of, 0];
    this.#list.replaceChildren(...mails.map((mail) => {
      const shown = h('tandem-mail');
      shown.show(mail, this.dataset.list);
      return h('li', {}, shown);
    }));
    this.#none.hidden = mails.length > 0;
    this.#pager.hidden = pages < 2;
    this.#newer.hidden = page === 0;
    this.#older.hidden = page + 1 >= pages;
    setText(this.#where, t('page', { page: numberOf(page + 1), pages: numberOf(pages) }));
    this.#tell();
  }

  #tell() {
    setText(this.#count, counted('count', this.#of));
  }

  /** Whoever decided goes on with the next mail, unless they are led to what came of it. */
  #decide(mail, { leads }) {
    this.#decided++;
    this.#of--;
    this.#tell();
    if (leads) return;
    const open = [...this.#list.querySelectorAll('tandem-mail')];
    const next = [...open.slice(open.indexOf(mail)), ...open.slice(0, open.indexOf(mail)).reverse()].find((each) => each.querySelector('summary'));
    (next?.querySelector('summary') ?? this.#heading).focus();
  }
}

customElements.define('tandem-mail-list', TandemMailList);

import { css, h } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';
import './tandem-dialog.js';

const sheet = css(`
  :host { position: relative; }
  ul { position: absolute; right: 0; top: calc(100% + 4px); z-index: 6; min-width: 220px; background: var(--paper); padding: 4px;
    border: 1px solid #8d999d; border-radius: 10px; box-shadow: 0 6px 24px rgb(0 0 0 / .2); }
  li button { display: block; width: 100%; border: 0; background: none; border-radius: 6px; padding: 7px 12px; text-align: left; white-space: nowrap; }
  li button:hover, li button:focus { background: var(--accent-soft); color: #0e4f4a; }
`);

const ACTS = ['ask', 'split', 'merge', 'link', 'address'];

/** What is done with a ticket now and then, in a menu of its own, so that the box below stays calm. */
class TandemMore extends DeskElement {
  #button;
  #menu;
  #items;
  #dialog = h('tandem-dialog');

  constructor() {
    super(sheet);
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!relatedTarget || !this.shadowRoot.contains(relatedTarget)) this.#close();
    });
  }

  open(desk) {
    this.#dialog.open(desk);
    this.#button = h('button', { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'data-action': 'more',
      onclick: () => (this.#menu.hidden ? this.#open(0) : this.#close()), onkeydown: (event) => this.#onButton(event) },
      t('together.more'), ' ', h('span', { 'aria-hidden': 'true' }, '▾'));
    this.#items = ACTS.map((act) => h('button', { type: 'button', role: 'menuitem', tabindex: -1, 'data-more': act,
      onclick: () => this.#choose(act) }, t(`together.${act}`)));
    this.#menu = h('ul', { role: 'menu', 'aria-label': t('together.more'), hidden: true, onkeydown: (event) => this.#onMenu(event) },
      this.#items.map((item) => h('li', { role: 'none' }, item)));
    this.shadowRoot.replaceChildren(this.#button, this.#menu, this.#dialog);
  }

  set ticket(ticket) {
    this.#dialog.ticket = ticket;
    this.hidden = Boolean(ticket.finished);
  }

  #open(item) {
    this.#menu.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#items.at(item).focus();
  }

  #close(back = false) {
    if (!this.#menu || this.#menu.hidden) return;
    this.#menu.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    if (back) this.#button.focus();
  }

  #choose(act) {
    this.#close(true);
    this.#dialog.show(act);
  }

  #onButton(event) {
    const item = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (item === undefined) return;
    event.preventDefault();
    this.#open(item);
  }

  #onMenu(event) {
    const at = this.#items.indexOf(this.shadowRoot.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') this.#close(true);
    else if (event.key === 'Tab') return this.#close();
    else if (to !== undefined) this.#items.at(to % this.#items.length).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

customElements.define('tandem-more', TandemMore);

import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';
import './tandem-conversation.js';

const sheet = css(`
  section { display: grid; gap: 4px; }
  ul { display: flex; flex-wrap: wrap; gap: 6px; }
  li { display: inline-flex; align-items: center; border: 1px solid var(--line); border-radius: 99px; background: var(--ground);
    font-size: 12.5px; max-width: 100%; }
  li > span { padding: 2px 10px; }
  li button { border: 0; background: none; border-radius: 99px; padding: 2px 10px; text-align: left; font-size: 12.5px; }
  li button.matter { text-decoration: underline; text-underline-offset: 2px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 300px; }
  dialog { border: 0; border-radius: 12px; padding: 0; width: min(720px, 94vw); max-height: 84vh; color: var(--ink);
    box-shadow: 0 12px 48px rgb(0 0 0 / .35); }
  dialog::backdrop { background: rgb(0 0 0 / .4); }
  dialog header { position: sticky; top: 0; z-index: 1; background: var(--paper); display: flex; gap: 12px; align-items: center;
    justify-content: space-between; padding: 12px 16px; border-bottom: 1px solid var(--line); }
  dialog h3 { font-size: 16px; font-weight: 600; }
  dialog tandem-conversation { padding: 8px 16px 16px; }
`);

/** The tickets that belong together with this one: linked, split off, merged. Each can be read beside it. */
class TandemRelated extends DeskElement {
  #desk;
  #dialog;

  constructor() {
    super(sheet);
  }

  open(desk) {
    this.#desk = desk;
  }

  set together({ related }) {
    this.hidden = !related.length;
    this.#dialog ??= h('dialog', { 'aria-labelledby': 'title' });
    this.shadowRoot.replaceChildren(
      h('section', {}, h('span', { class: 'soft', id: 'related' }, t('together.related')),
        h('ul', { 'aria-labelledby': 'related' }, related.map((one) => this.#one(one)))),
      this.#dialog);
  }

  #one({ number, relation, visible, matter }) {
    const view = visible && h('button', { type: 'button', class: 'matter', 'data-view': number, title: matter,
      'aria-label': t('together.related.view', { number }), onclick: () => this.#view(number) }, `#${number}`);
    const unlink = relation === 'link' && visible && h('button', { type: 'button', 'data-unlink': number,
      'aria-label': t('together.related.unlink', { number }), onclick: () => this.#unlink(number) }, '✕');
    return h('li', { 'data-related': number, 'data-relation': relation },
      h('span', {}, t(`together.related.${relation}`), visible ? '' : ` #${number}`), view, unlink);
  }

  async #view(number) {
    try {
      const ticket = await this.#desk.other(number);
      const close = h('button', { type: 'button', 'data-action': 'close-view', onclick: () => this.#dialog.close() }, t('close'));
      const said = h('tandem-conversation');
      this.#dialog.replaceChildren(h('header', {}, h('h3', { id: 'title' }, t('together.ticket', { number })), close), said);
      said.ticket = ticket;
      this.#dialog.showModal();
    } catch (failure) {
      tell(this, 'desk-failure', { message: failure.message });
    }
  }

  async #unlink(number) {
    try {
      await this.#desk.unlink(number);
      tell(this, 'desk-together', {});
    } catch (failure) {
      tell(this, 'desk-failure', { message: failure.message });
    }
  }
}

customElements.define('tandem-related', TandemRelated);

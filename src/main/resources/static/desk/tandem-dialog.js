import { css, h, tell, uuid } from './dom.js';
import { address } from './addresses.js';
import { ask, link, merge, split } from './dialogs.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';

const sheet = css(`
  dialog { border: 0; border-radius: 12px; padding: 0; width: min(560px, 94vw); max-height: 88vh; color: var(--ink); white-space: normal;
    box-shadow: 0 12px 48px rgb(0 0 0 / .35); }
  dialog::backdrop { background: rgb(0 0 0 / .4); }
  form { display: grid; gap: 12px; padding: 16px 18px 18px; }
  h3 { font-size: 17px; font-weight: 600; }
  label { display: grid; gap: 3px; font-size: 12.5px; color: var(--ink-soft); }
  label > * { font-size: 14px; color: var(--ink); }
  textarea { background: var(--note); }
  input[type="number"] { font: inherit; border: 1px solid #8d999d; border-radius: 8px; padding: 8px 10px; width: 100%; }
  fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 4px; min-width: 0; }
  legend { padding: 0 0 4px; font-size: 12.5px; color: var(--ink-soft); }
  .choices { display: grid; gap: 4px; max-height: 40vh; overflow-y: auto; padding: 2px; }
  .choices label { display: flex; gap: 10px; align-items: flex-start; border: 1px solid var(--line); border-radius: 8px; padding: 8px 10px; cursor: pointer; }
  .choices label:has(:checked) { border-color: var(--accent); background: var(--accent-soft); }
  .choices input { flex: none; margin: 4px 0 0; accent-color: var(--accent); }
  .choices span { overflow-wrap: anywhere; min-width: 0; }
  .choices b { font-weight: 600; }
  .addresses, .address-form { display: grid; gap: 8px; }
  h4 { font-size: 12.5px; font-weight: 600; color: var(--ink-soft); }
  .addresses li { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 3px 0; overflow-wrap: anywhere; }
  .addresses li > div { display: grid; gap: 6px; width: 100%; }
  select, input[type="text"] { font: inherit; border: 1px solid #8d999d; border-radius: 8px; padding: 8px 10px; width: 100%; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; }
  .bad { background: var(--bad-soft); color: #8c1d16; border-radius: 8px; padding: 8px 12px; }
`);

const DIALOGS = { ask, link, merge, split, address };

/** One thing at a time: what is chosen in the menu is filled in here. A refusal is shown, and nothing typed is lost. */
class TandemDialog extends DeskElement {
  #desk;
  #ticket;
  #box = h('dialog', { 'aria-labelledby': 'title' });
  #alert = h('p', { class: 'bad', role: 'alert', hidden: true });
  #busy = false;

  constructor() {
    super(sheet);
    this.shadowRoot.append(this.#box);
    // Tasklist has shortcuts of its own
    for (const name of ['keydown', 'keypress', 'keyup']) this.addEventListener(name, (event) => event.stopPropagation());
  }

  open(desk) {
    this.#desk = desk;
  }

  set ticket(ticket) {
    this.#ticket = ticket;
  }

  show(what) {
    this.#alert.hidden = true;
    this.#draw(DIALOGS[what]({ ticket: this.#ticket, desk: this.#desk, id: uuid() }), t(`together.${what}`));
    this.#box.setAttribute('data-dialog', what);
    this.#box.showModal();
  }

  /** step: {content, label, act() giving the next step or nothing, back?} */
  #draw(step, title) {
    const cancel = h('button', { type: 'button', 'data-action': 'cancel', onclick: () => this.#box.close() }, t(step.act ? 'together.cancel' : 'close'));
    const main = step.act && h('button', { class: 'main', 'data-action': 'do' }, step.label);
    this.#box.replaceChildren(h('form', { novalidate: true, onsubmit: (event) => this.#do(event, step, title) },
      h('h3', { id: 'title' }, title), step.content, this.#alert, h('div', { class: 'row' }, cancel, main)));
    if (this.#box.open) (main ?? cancel).focus();
  }

  async #do(event, step, title) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    this.#alert.hidden = true;
    try {
      const next = await step.act();
      if (next) return this.#draw(next, title);
      this.#box.close();
      tell(this, 'desk-together', {});
    } catch (failure) {
      this.#alert.textContent = failure.message || t('failed.network');
      this.#alert.hidden = false;
    } finally {
      this.#busy = false;
    }
  }
}

customElements.define('tandem-dialog', TandemDialog);

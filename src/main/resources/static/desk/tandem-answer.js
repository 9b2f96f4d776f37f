import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { mentions, mentionSheet } from './mentions.js';
import { t } from './texts.js';

const sheet = css(`
  textarea { background: var(--note); }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; justify-content: flex-end; margin-top: 8px; }
  .row .soft { margin-right: auto; }
`);

/** The box of a colleague's task: an answer to the team, or that it was read. It never reaches the customer. */
class TandemAnswer extends DeskElement {
  #parts;
  #drafts;
  #ticket;
  #busy = false;

  constructor() {
    super(sheet, mentionSheet);
    // Tasklist completes a form at Ctrl+Enter: it must not see the key
    for (const name of ['keydown', 'keypress', 'keyup']) this.addEventListener(name, (event) => this.#key(event));
  }

  open(ticket, drafts) {
    this.#drafts = drafts;
    this.#build(ticket.together.kind);
    this.#parts.box.value = drafts.reply.restore(ticket.draft);
    this.ticket = ticket;
  }

  set ticket(ticket) {
    this.#ticket = ticket;
    this.#update();
  }

  set busy(busy) {
    this.#busy = busy;
    this.#update();
  }

  get text() {
    return this.#parts.box.value;
  }

  sent() {
    this.#drafts.reply.clear();
    this.#parts.box.value = '';
  }

  #build(kind) {
    const button = (action, look, label, onclick) => h('button', { type: 'button', class: look, 'data-action': action, onclick }, label);
    const parts = (this.#parts = {
      box: h('textarea', { rows: 2, maxlength: 100_000, 'aria-label': t('together.answer.label'), 'data-field': 'answer',
        placeholder: t('together.answer.placeholder'), oninput: () => this.#typed() }),
      saved: h('span', { class: 'soft', 'data-hint': 'draft' }),
      answer: button('answer', 'main', t('together.answer'), () => this.#answer()),
      done: button('done', '', t(kind === 'outcome' ? 'together.read' : 'together.done'), () => tell(this, 'desk-answer', { text: '' })),
    });
    parts.answer.setAttribute('aria-keyshortcuts', 'Control+Enter');
    parts.done.hidden = kind === 'question';
    const field = mentions(parts.box, () => this.#ticket?.people ?? []);
    field.hidden = parts.answer.hidden = kind === 'outcome';
    this.shadowRoot.replaceChildren(field, h('div', { class: 'row' },
      h('span', { class: 'soft', hidden: kind === 'outcome' }, t('together.answer.hint')), parts.saved, parts.done, parts.answer));
  }

  #update() {
    const { box, answer, done } = this.#parts;
    const others = Boolean(this.#ticket?.assignee) && !this.#ticket.mine;
    const closed = this.#busy || others || Boolean(this.#ticket?.finished);
    answer.disabled = closed || !box.value.trim();
    done.disabled = closed || Boolean(box.value.trim());
  }

  #typed() {
    this.#parts.saved.textContent = '';
    this.#drafts.reply.write(this.#parts.box.value, () => (this.#parts.saved.textContent = t('draft.saved')));
    this.#update();
  }

  #key(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.stopPropagation();
    if (event.type !== 'keydown' || event.repeat) return;
    event.preventDefault();
    if (!this.#parts.answer.disabled && !this.#parts.answer.hidden) this.#answer();
  }

  #answer() {
    tell(this, 'desk-answer', { text: this.#parts.box.value });
  }
}

customElements.define('tandem-answer', TandemAnswer);

import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';

const sheet = css(`
  form { display: grid; gap: 8px; }
  label { display: grid; gap: 2px; font-size: 12.5px; color: var(--ink-soft); }
  select, textarea { font-size: 14px; color: var(--ink); }
  textarea { min-height: 52px; background: var(--note); }
  .row { display: flex; justify-content: flex-end; }
`);

/** To whom a ticket is passed on, and a word to them. */
class TandemPass extends DeskElement {
  #to;
  #note;
  #button;

  constructor() {
    super(sheet);
  }

  set ticket({ groups, people, assignee }) {
    const option = (kind) => (one) => h('option', { value: `${kind}:${one.id ?? one.user}` }, one.name);
    const others = people.filter(({ user }) => user !== assignee?.user);
    const chosen = this.#to?.value;
    this.#to = h('select', { required: true, 'data-field': 'pass-to' },
      h('option', { value: '' }, t('pass.choose')),
      h('optgroup', { label: t('pass.groups') }, groups.map(option('group'))),
      h('optgroup', { label: t('pass.people') }, others.map(option('user'))));
    if (chosen) this.#to.value = chosen;
    this.#note ??= h('textarea', { rows: 2, maxlength: 10_000, 'data-field': 'pass-note' });
    this.#button = h('button', { class: 'main', 'data-action': 'pass' }, t('pass.do'));
    this.shadowRoot.replaceChildren(h('form', { onsubmit: (event) => this.#pass(event) },
      h('label', {}, t('pass.to'), this.#to),
      h('label', {}, t('pass.note'), this.#note),
      h('div', { class: 'row' }, this.#button)));
  }

  set busy(busy) {
    this.#button.disabled = busy;
  }

  focusFirst() {
    this.#to.focus();
  }

  #pass(event) {
    event.preventDefault();
    const [kind, ...id] = this.#to.value.split(':');
    tell(this, 'desk-pass', { to: { [kind]: id.join(':') }, note: this.#note.value.trim() });
  }
}

customElements.define('tandem-pass', TandemPass);

import { seat } from './api.js';
import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';
import { momentOf } from './time.js';

const sheet = css(`
  form { display: grid; gap: 10px; }
  label { display: flex; gap: 10px; justify-content: space-between; align-items: center; }
  input { font: inherit; color: inherit; accent-color: var(--accent); }
  input[type=number] { width: 5em; border: 1px solid #8d999d; border-radius: 8px; padding: 4px 8px; }
  input[type=checkbox] { width: 20px; height: 20px; margin: 0; }
  button { padding: 2px 10px; font-size: 13px; justify-self: end; }
  .bad { color: var(--bad); }
`);

/** An agent's own settings at the desk, and what is known about them. Tells by seat-changed {seat} what holds now. */
class TandemSeat extends DeskElement {
  #parts;

  constructor() {
    super(sheet);
  }

  set seat({ limit, usualLimit, ownLimit, away, lastSeen }) {
    this.#parts ?? this.#build();
    const { number, gone, usual, known } = this.#parts;
    if (number !== this.shadowRoot.activeElement || !ownLimit) number.value = limit;
    gone.checked = away;
    usual.hidden = !ownLimit;
    usual.textContent = t('seat.usual', { limit: usualLimit });
    known.textContent = t('seat.known', { time: lastSeen ? momentOf(lastSeen) : t('seat.never') });
  }

  focusFirst() {
    this.#parts?.number.focus();
  }

  #build() {
    const change = (act) => () => this.#change(act);
    const parts = (this.#parts = {
      number: h('input', { type: 'number', min: 1, max: 99, required: true, 'data-field': 'limit',
        onchange: change(() => seat.limit(parts.number.valueAsNumber || null)) }),
      gone: h('input', { type: 'checkbox', role: 'switch', 'data-field': 'away',
        onchange: change(() => seat.away(parts.gone.checked)) }),
      usual: h('button', { type: 'button', 'data-action': 'usual', onclick: change(() => {
        parts.number.focus(); // the button is about to disappear
        return seat.limit(null);
      }) }),
      known: h('p', { class: 'soft' }),
      failed: h('p', { class: 'bad', role: 'alert', hidden: true }),
    });
    this.shadowRoot.replaceChildren(h('form', { onsubmit: (event) => event.preventDefault() },
      h('label', {}, t('seat.limit'), parts.number), parts.usual,
      h('label', {}, t('seat.away'), parts.gone), parts.failed, parts.known));
  }

  async #change(act) {
    const { failed } = this.#parts;
    failed.hidden = true;
    try {
      tell(this, 'seat-changed', await act());
    } catch (failure) {
      failed.textContent = failure.message || t('next.failed');
      failed.hidden = false;
    }
  }
}

customElements.define('tandem-seat', TandemSeat);

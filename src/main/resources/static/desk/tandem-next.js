import { next, seat } from './api.js';
import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { language, loadTexts, t } from './texts.js';
import './tandem-seat.js';

const sheet = css(`
  :host { position: relative; display: inline-flex; gap: 4px; align-items: center; }
  button { padding: 4px 12px; font-size: 13.5px; line-height: 1.4; white-space: nowrap; }
  button.main { min-width: 112px; }
  .count { min-width: 44px; font-variant-numeric: tabular-nums; }
  .full { border-color: #b97a17; background: #fff0d9; color: #5c3600; }
  .away { border-color: var(--ink-soft); color: var(--ink-soft); }
  .below { position: absolute; top: calc(100% + 8px); right: 0; z-index: 20; width: min(340px, 92vw); background: var(--paper);
    border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 6px 24px rgb(0 0 0 / .16); padding: 10px 14px;
    white-space: normal; text-align: left; }
  output { display: block; }
  output.bad { background: var(--bad-soft); color: #8c1d16; }
`);

const SEEN_EVERY = 60_000;
const SENTENCE_STAYS = 8_000;

/**
 * "Give me the next", and the agent's own seat beside it. Tells by desk-given {task} that the agent has been given a
 * ticket. While the page is to be seen it asks for the seat every minute: by that Tandem knows that the agent is there.
 */
class TandemNext extends DeskElement {
  #parts;
  #clock;
  #hiding;
  #pressed = (event) => {
    if (event.key === 'Escape') this.#close();
    if (event.ctrlKey && event.altKey && event.code === 'KeyB') this.#hush(); // the bell's list opens there
    if (event.ctrlKey && event.altKey && event.code === 'KeyN') {
      event.preventDefault();
      this.#next();
    }
  };
  #beside = (event) => {
    if (event.composedPath().includes(this)) return;
    this.#toggle(false);
    this.#hush();
  };
  #seen = () => document.hidden || this.#look();

  constructor() {
    super(sheet);
    this.addEventListener('seat-changed', ({ detail }) => this.#show(detail));
  }

  connectedCallback() {
    document.addEventListener('keydown', this.#pressed);
    document.addEventListener('click', this.#beside);
    document.addEventListener('visibilitychange', this.#seen);
    this.#clock = setInterval(this.#seen, SEEN_EVERY);
    this.#look();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#pressed);
    document.removeEventListener('click', this.#beside);
    document.removeEventListener('visibilitychange', this.#seen);
    clearInterval(this.#clock);
    clearTimeout(this.#hiding);
  }

  #build() {
    this.lang = language;
    const parts = (this.#parts = {
      next: h('button', { type: 'button', class: 'main', 'data-action': 'next', 'aria-keyshortcuts': 'Control+Alt+N',
        title: t('next.key'), onclick: () => this.#next() }, t('next')),
      seat: h('button', { type: 'button', class: 'count', 'data-action': 'seat', 'aria-expanded': 'false',
        onclick: () => this.#toggle(this.#parts.panel.hidden) }),
      panel: h('tandem-seat', { class: 'below', hidden: true }),
      sentence: h('output', { class: 'below', hidden: true }),
    });
    this.shadowRoot.replaceChildren(parts.next, parts.seat, parts.panel, h('div', { role: 'status' }, parts.sentence));
  }

  async #look() {
    try {
      if (!this.#parts) {
        await loadTexts();
        this.#build();
      }
      this.#show(await seat.load());
    } catch {
      // it stays as it was, and the next minute tries again
    }
  }

  #show(mine) {
    const { seat: button, panel } = this.#parts;
    const state = mine.away ? 'away' : mine.open >= mine.limit ? 'full' : '';
    button.className = `count ${state}`;
    button.dataset.state = state || 'there';
    button.textContent = mine.away ? t('seat.isAway') : `${mine.open} / ${mine.limit}`;
    button.setAttribute('aria-label', t(mine.away ? 'seat.label.away' : 'seat.label', mine));
    button.title = button.getAttribute('aria-label');
    panel.seat = mine;
  }

  async #next() {
    const button = this.#parts?.next;
    if (!button || button.disabled) return;
    button.disabled = true;
    this.#toggle(false);
    try {
      const { outcome, task, sentence } = await next();
      this.#say(sentence, outcome);
      if (task) tell(this, 'desk-given', { task });
    } catch (failure) {
      this.#say(failure.status === 401 ? t('next.login') : failure.message || t('next.failed'), 'FAILED');
    } finally {
      button.disabled = false;
    }
    this.#look();
  }

  #say(words, outcome) {
    const { sentence } = this.#parts;
    sentence.textContent = words;
    sentence.className = `below ${outcome === 'FAILED' ? 'bad' : ''}`;
    sentence.dataset.outcome = outcome;
    sentence.hidden = false;
    clearTimeout(this.#hiding);
    this.#hiding = setTimeout(() => this.#hush(), SENTENCE_STAYS);
  }

  /** The sentence has been read, or is in the way. */
  #hush() {
    if (this.#parts) this.#parts.sentence.hidden = true;
  }

  #toggle(open) {
    if (!this.#parts) return;
    const { seat: button, panel } = this.#parts;
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (!open) return;
    this.#hush();
    panel.focusFirst();
    this.#look();
  }

  #close() {
    if (this.#parts?.panel.hidden ?? true) return;
    this.#toggle(false);
    this.#parts.seat.focus();
  }
}

customElements.define('tandem-next', TandemNext);

import { css, h } from './dom.js';
import { DeskElement } from './look.js';
import { nameOfLanguage, t } from './texts.js';
import { fromNow, momentOf } from './time.js';

const sheet = css(`
  header { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; }
  h3 { font-size: 17px; font-weight: 600; margin-right: auto; }
  h3 small { font-size: 13px; font-weight: 400; color: var(--ink-soft); margin-left: 6px; }
  .pill { border-radius: 99px; padding: 2px 10px; font-size: 12.5px; background: #ebeff0; white-space: nowrap; }
  .late, .urgent { background: var(--bad-soft); color: var(--bad); font-weight: 600; }
  .soon, .high { background: #fff0d9; color: #7a4700; }
  .mine { background: var(--accent-soft); color: #0e4f4a; font-weight: 600; }
`);

const SOON = 30 * 60_000;

/** The first line of a ticket: whose it is, who has it, until when and how urgent. */
class TandemHolder extends DeskElement {
  #ticket;
  #clock;

  constructor() {
    super(sheet);
  }

  connectedCallback() {
    this.#clock = setInterval(() => this.#render(), 30_000); // "in 12 minutes" grows old
  }

  disconnectedCallback() {
    clearInterval(this.#clock);
  }

  set ticket(ticket) {
    this.#ticket = ticket;
    this.#render();
  }

  #render() {
    const ticket = this.#ticket;
    if (!ticket) return;
    this.shadowRoot.replaceChildren(
      h('header', {},
        h('h3', {}, `#${ticket.number} ${ticket.customer?.name ?? t('customer')}`,
          h('small', {}, [ticket.topic?.title, nameOfLanguage(ticket.language)].filter(Boolean).join(' · '))),
        this.#due(ticket.dueAt),
        this.#priority(ticket.priority),
        h('span', { class: `pill ${ticket.mine ? 'mine' : ''}`, 'data-holder': this.#whose(ticket), role: 'status' },
          holderText(ticket))));
  }

  #whose({ mine, assignee }) {
    return mine ? 'me' : assignee ? 'other' : 'nobody';
  }

  #due(dueAt) {
    if (!dueAt) return null;
    const left = new Date(dueAt) - Date.now();
    const tone = left < 0 ? 'late' : left < SOON ? 'soon' : '';
    return h('time', { class: `pill ${tone}`, datetime: dueAt, title: momentOf(dueAt) },
      t(left < 0 ? 'due.past' : 'due.future', { time: fromNow(dueAt) }));
  }

  /** The engine's middle is 50, which needs no word. */
  #priority(priority) {
    if (priority === 50) return null;
    const name = priority >= 80 ? 'urgent' : priority > 50 ? 'high' : 'low';
    return h('span', { class: `pill ${name}`, title: t('priority.number', { number: priority }) }, t(`priority.${name}`));
  }
}

/** A colleague's task is no ticket: there it counts who asks. */
function holderText({ mine, assignee, together }) {
  if (together?.kind === 'outcome') return t('together.asked.you');
  if (together?.asked) return t(together.kind === 'mention' ? 'together.mentioned' : 'together.asked', together.asked);
  if (mine) return t('holder.me');
  return assignee ? t('holder.other', { name: assignee.name }) : t('holder.nobody');
}

customElements.define('tandem-holder', TandemHolder);

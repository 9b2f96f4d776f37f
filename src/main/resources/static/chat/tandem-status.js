// Who has the ticket now: the bot, the queue (with an honest wait) or a named person; and the way to a person.
import { h, setText } from './dom.js';
import { icon } from './icons.js';

const ICONS = { NONE: 'bot', BOT: 'bot', QUEUE: 'queue', AGENT: 'person', NOBODY: 'done', LOADING: 'queue' };

/** By the reader's own clock, wherever they are. */
const momentOf = (time, language) =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit',
  }).format(new Date(time));

export class TandemStatus extends HTMLElement {
  #badge = h('span', { class: 'badge', 'aria-hidden': 'true' });
  #text = h('p', { class: 'status-text' });
  #facts = h('p', { class: 'facts' });
  #state = h('div', { role: 'status', class: 'state', tabindex: -1 }, this.#text, this.#facts);
  #label = h('span');
  #human = h(
    'button',
    { type: 'button', 'data-action': 'human', onclick: () => this.#ask() },
    icon('person'),
    this.#label,
  );

  connectedCallback() {
    this.append(this.#badge, this.#state, this.#human);
  }

  update({ holder, status, outbox }, { t, language }) {
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', t('status'));
    this.dataset.holder = holder;
    const symbol = holder === 'AGENT' && status.agent ? status.agent[0] : ICONS[holder];
    if (this.#badge.dataset.symbol !== symbol) {
      this.#badge.dataset.symbol = symbol;
      this.#badge.replaceChildren(symbol.length === 1 ? symbol : icon(symbol));
    }
    setText(this.#text, this.#sentence(holder, status, t, language));
    this.#setFacts(this.#factsOf(holder, status, t, language));
    const withPeople = holder === 'QUEUE' || holder === 'AGENT';
    const needless = withPeople || holder === 'NOBODY' || holder === 'LOADING';
    if (needless && this.#human.matches(':focus')) {
      this.#state.focus();
    }
    this.#human.hidden = needless;
    this.#human.setAttribute('aria-disabled', outbox.asksForPerson);
    setText(this.#label, t(outbox.asksForPerson ? 'human.asking' : 'human.button'));
  }

  /** The server's sentence is in the ticket's language; whoever has switched the page gets ours. */
  #sentence(holder, status, t, language) {
    if (status?.text && status.language === language) {
      return status.text;
    }
    const unnamed = holder === 'AGENT' && !status.agent;
    const key = !status && holder !== 'LOADING' ? 'start' : holder === 'NOBODY' ? 'done' : holder.toLowerCase();
    const variant = unnamed ? 'agentUnnamed' : status?.opensAt ? 'queueClosed' : key;
    return t(`status.${variant}`, { agent: status?.agent });
  }

  #factsOf(holder, status, t, language) {
    if (holder === 'AGENT') {
      return [t('human.here')];
    }
    if (holder !== 'QUEUE') {
      return [];
    }
    const { ahead } = status;
    const wait = this.#wait(status, t, language);
    const place = ahead == null ? null : ahead === 0 ? t('wait.next') : t('wait.ahead', { ahead });
    return [[wait, place].filter(Boolean).join(' · '), t('wait.stay')];
  }

  #wait({ opensAt, waitMinutes, language: spoken }, t, language) {
    if (opensAt) {
      // The server's own sentence says it already.
      return spoken === language ? null : t('wait.opens', { when: momentOf(opensAt, language) });
    }
    return waitMinutes == null ? t('wait.unknown') : t('wait.minutes', { minutes: waitMinutes });
  }

  #setFacts(facts) {
    if (this.#facts.dataset.shown !== facts.join('|')) {
      this.#facts.dataset.shown = facts.join('|');
      this.#facts.replaceChildren(...facts.map((fact) => h('span', {}, fact)));
    }
  }

  #ask() {
    if (this.#human.getAttribute('aria-disabled') !== 'true') {
      this.dispatchEvent(new CustomEvent('chat-human', { bubbles: true }));
    }
  }
}

customElements.define('tandem-status', TandemStatus);

import { css, h } from './dom.js';
import { DeskElement } from './look.js';
import './tandem-attachments.js';
import { t } from './texts.js';
import { dayOf, momentOf, timeOf } from './time.js';

const sheet = css(`
  ol { display: flex; flex-direction: column; gap: 10px; padding: 4px 0; }
  .day, .system { align-self: center; text-align: center; color: var(--ink-soft); font-size: 12.5px; max-width: 80%; }
  .message { max-width: min(78%, 640px); }
  .text { border-radius: var(--radius); padding: 8px 12px; background: var(--ground); border: 1px solid var(--line);
    overflow-wrap: anywhere; }
  .system .text { display: inline; border: 0; background: none; padding: 0; }
  .plain { white-space: pre-wrap; }
  .text p + p, .text ul, .text ol { margin-top: 6px; }
  .text ul, .text ol { display: block; padding-left: 20px; list-style: disc; }
  .text ol { list-style: decimal; }
  .customer .text { border-top-left-radius: 2px; background: var(--paper); border-color: #c3cccf; }
  .bot, .agent { align-self: flex-end; }
  .agent .text { border-top-right-radius: 2px; background: var(--accent-soft); border-color: #bfdedb; }
  .bot .text { border-top-right-radius: 2px; }
  .note { align-self: stretch; max-width: none; }
  .note .text { background: var(--note); border-color: #ecd98e; border-radius: 6px; }
  .who { display: flex; gap: 8px; color: var(--ink-soft); font-size: 12.5px; margin-bottom: 2px; }
  .who b { color: var(--ink); font-weight: 600; }
  .bot .who, .agent:not(.note) .who { justify-content: flex-end; }
  .under { font-size: 12.5px; color: var(--ink-soft); margin-top: 2px; display: flex; flex-wrap: wrap; gap: 2px 10px; }
  .system .under { justify-content: center; }
  .bot .under, .agent:not(.note) .under { justify-content: flex-end; }
  .failed { color: var(--bad); font-weight: 600; }
  .doubted { margin: 4px 0 0; font-size: 12.5px; }
  .doubted strong { color: var(--bad); }
`);

/** What a channel tells of a message later. */
const TOLD = ['channel', 'delivery', 'undelivered'];

/** Everything that was said, oldest first; new messages are added as they come. */
class TandemConversation extends DeskElement {
  #list;
  #known = new Map();
  #lastDay;
  #language;
  #task;

  constructor() {
    super(sheet);
  }

  set ticket({ messages, language, task }) {
    this.#language = language;
    this.#task = task;
    this.#known.clear();
    this.#lastDay = undefined;
    this.#list = h('ol');
    this.shadowRoot.replaceChildren(h('div', { role: 'log', 'aria-label': t('conversation') }, this.#list));
    [...messages].sort((a, b) => a.position - b.position).forEach((message) => this.add(message));
  }

  /** False if it was known already: events may repeat after a reconnect. */
  add(message, arrives = false) {
    const before = this.#known.get(message.position);
    this.#known.set(message.position, message);
    if (before) {
      if (TOLD.some((what) => before[what] !== message[what])) this.#renew(message);
      return false;
    }
    const day = dayOf(message.at);
    if (day !== this.#lastDay) this.#list.append(h('li', { class: 'day' }, day));
    this.#lastDay = day;
    const line = message.author === 'system' ? this.#system(message) : this.#message(message);
    if (arrives) line.classList.add('arrives');
    this.#list.append(line);
    return true;
  }

  /** Its channel has told what became of it. */
  #renew(message) {
    const under = this.#list.querySelector(`[data-position="${message.position}"] .under`);
    under?.replaceChildren(...this.#under(message).filter(Boolean));
  }

  /** The position of the last message that stands here: what was said later, the agent did not know. */
  get seen() {
    return Math.max(0, ...this.#known.keys());
  }

  get messages() {
    return [...this.#known.values()];
  }

  get newest() {
    return this.#list?.lastElementChild;
  }

  #system(message) {
    return h('li', { class: 'system', 'data-position': message.position }, this.#text(message), ` ${timeOf(message.at)}`,
      message.delivery && h('div', { class: 'under' }, this.#under(message)));
  }

  #message(message) {
    const kind = `message ${message.author} ${message.internal ? 'note' : ''}`;
    return h('li', { class: kind, 'data-position': message.position, 'data-author': message.author, 'data-internal': String(message.internal) },
      h('div', { class: 'who' }, h('b', {}, this.#name(message)), message.internal && t('note.label'),
        h('time', { datetime: message.at, title: momentOf(message.at) }, timeOf(message.at))),
      (message.text || message.html) && this.#text(message),
      message.doubted && h('p', { class: 'doubted' }, h('strong', {}, t('doubted')), ' ', t('doubted.means')),
      message.attachments?.length > 0 && h('tandem-attachments').show(this.#task, message.attachments),
      h('div', { class: 'under' }, this.#under(message)));
  }

  #name({ author, name }) {
    return author === 'bot' ? t('bot') : (name ?? t(author));
  }

  #text({ author, html, text, internal }) {
    const lang = internal ? null : this.#language;
    const safe = html && author !== 'customer' && author !== 'agent'; // people's words are never read as HTML
    return safe ? h('div', { class: 'text', lang, html }) : h('div', { class: 'text plain', lang }, text);
  }

  #under({ sources, confidence, helped, channel, delivery, undelivered }) {
    const away = channel !== 'web'; // what the chat shows is there as soon as it is stored
    const percent = confidence != null && Math.round(confidence * 100);
    return [
      ...(sources ?? []).map(({ title, url }) => h('a', { href: url, target: '_blank', rel: 'noopener' }, title)),
      confidence != null && h('span', {}, t('confidence', { percent })),
      helped === true && h('span', {}, t('helped.yes')),
      helped === false && h('span', {}, t('helped.no')),
      away && h('span', {}, channel),
      (delivery === 'PENDING' || delivery === 'QUEUED') && h('span', {}, t('delivery.pending')),
      delivery === 'AWAITS_CUSTOMER' && h('span', {}, t('delivery.awaits')),
      away && delivery === 'SENT' && h('span', {}, t('delivery.sent')),
      delivery === 'DELIVERED' && h('span', {}, t('delivery.delivered')),
      delivery === 'FAILED' && h('span', { class: 'failed' }, t('delivery.failed')),
      undelivered && delivery !== 'AWAITS_CUSTOMER' && h('span', { class: 'failed' }, undelivered),
    ];
  }
}

customElements.define('tandem-conversation', TandemConversation);

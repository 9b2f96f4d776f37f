import { me, ticketOf } from './api.js';
import { css, h, tell, uuid } from './dom.js';
import { Draft } from './draft.js';
import { Live } from './live.js';
import { DeskElement } from './look.js';
import { Presence } from './presence.js';
import { isVisible, scrollTo } from './newest.js';
import { language, loadTexts, t } from './texts.js';
import './tandem-answer.js';
import './tandem-brief.js';
import './tandem-colleague.js';
import './tandem-conversation.js';
import './tandem-holder.js';
import './tandem-more.js';
import './tandem-notice.js';
import './tandem-readers.js';
import './tandem-related.js';
import './tandem-reply.js';

const sheet = css(`
  :host { container-type: inline-size; }
  article { display: grid; gap: 14px; max-width: 960px; }
  .top { display: grid; grid-template-columns: 1fr auto; gap: 8px; align-items: start; }
  footer { position: sticky; bottom: 0; z-index: 3; background: var(--paper); border-top: 1px solid var(--line);
    box-shadow: 0 -8px 16px -12px rgb(0 0 0 / .25); padding: 10px 2px 12px; max-width: 960px; margin-top: 12px; }
  .jump { position: absolute; bottom: calc(100% + 10px); left: 50%; translate: -50%; border-radius: 99px;
    box-shadow: 0 2px 8px rgb(0 0 0 / .2); white-space: nowrap; }
  .offline { color: #7a4700; text-align: center; }
`);

/**
 * The whole of one ticket in an agent's hands: <tandem-ticket task="id of the user task">. Tells what Tasklist has to
 * know by events: desk-left {sentence} when the ticket has left this desk, desk-changed when somebody else has taken it.
 */
class TandemTicket extends DeskElement {
  static observedAttributes = ['task'];
  #desk;
  #ticket;
  #live;
  #parts;
  #keys = new Map();
  #sending = false;
  #left = false;
  #drafts;
  #presence;
  #leaving = () => Object.values(this.#drafts ?? {}).forEach((draft) => draft.flush());
  #scrolled = () => this.#newestIsVisible() && (this.#parts.jump.hidden = true);

  constructor() {
    super(sheet);
    const on = (name, act) => this.addEventListener(name, ({ detail }) => act(detail));
    on('desk-reply', ({ text, action, attachments }) => this.#reply(text, action, attachments));
    on('desk-note', ({ text, attachments }) => this.#note(text, attachments));
    on('desk-pass', ({ to, note }) => this.#pass(to, note));
    on('desk-answer', ({ text }) => this.#answer(text));
    on('desk-together', () => this.reload());
    on('desk-failure', ({ message }) => this.#parts.notice.failure(message));
    this.addEventListener('input', () => this.#presence?.typing());
    on('desk-leave', () => tell(this, 'desk-left', {}));
  }

  connectedCallback() {
    addEventListener('pagehide', this.#leaving);
    addEventListener('scroll', this.#scrolled, { capture: true, passive: true }); // the scrolling column is Tasklist's
    if (this.#desk && this.#parts) this.#listen();
  }

  disconnectedCallback() {
    removeEventListener('pagehide', this.#leaving);
    removeEventListener('scroll', this.#scrolled, { capture: true });
    this.#leaving();
    this.#stop();
  }

  attributeChangedCallback(name, before, task) {
    if (task && task !== before) this.#open(task);
  }

  async #open(task) {
    this.#leaving();
    this.#stop();
    this.#left = false;
    this.#desk = ticketOf(task);
    delete this.dataset.number;
    this.#parts = undefined;
    try {
      const [{ user }, ticket] = await Promise.all([me(), this.#load(), loadTexts()]);
      ticket.reader = user;
      if (this.getAttribute('task') !== task) return;
      this.lang = language;
      this.#drafts = {
        reply: new Draft(user, task, this.#desk.saveDraft),
        note: new Draft(user, `${task}:note`),
      };
      this.#build(ticket.together.kind);
      this.#parts.reply.open(ticket, this.#drafts, this.#desk);
      this.#show(ticket);
      this.#listen();
      this.#parts.jump.hidden = this.#newestIsVisible();
    } catch (failure) {
      this.#unreachable(failure, () => this.#open(task));
    }
  }

  async #load() {
    const [ticket, together] = await Promise.all([this.#desk.load(), this.#desk.together()]);
    return Object.assign(ticket, { together, reader: this.#ticket?.reader });
  }

  #build(kind) {
    const parts = (this.#parts = {
      holder: h('tandem-holder'),
      more: h('tandem-more', { hidden: true }),
      readers: h('tandem-readers'),
      colleague: h('tandem-colleague'),
      related: h('tandem-related'),
      brief: h('tandem-brief'),
      conversation: h('tandem-conversation'),
      offline: h('p', { class: 'offline', role: 'status', hidden: true }, t('offline')),
      notice: h('tandem-notice'),
      reply: h(kind === 'ticket' ? 'tandem-reply' : 'tandem-answer'),
      jump: h('button', { type: 'button', class: 'jump', hidden: true, 'data-action': 'jump', onclick: () => this.#jump() }),
    });
    parts.jump.textContent = t('jump');
    parts.box = h('footer', {}, parts.jump, parts.notice, parts.reply);
    parts.related.open(this.#desk);
    parts.more.open(this.#desk);
    this.shadowRoot.replaceChildren(
      h('article', {}, h('div', { class: 'top' }, parts.holder, parts.more), parts.readers, parts.colleague, parts.related, parts.brief, parts.conversation, parts.offline), parts.box);
  }

  #show(ticket) {
    this.#ticket = ticket;
    this.dataset.number = ticket.number;
    tell(this, 'desk-shown');
    this.#parts.holder.ticket = ticket;
    this.#parts.brief.ticket = ticket;
    this.#parts.conversation.ticket = ticket;
    this.#warn(ticket);
    this.#together(ticket.together);
  }

  #together(together) {
    this.#ticket.together = together;
    this.#parts.colleague.together = together;
    this.#parts.related.together = together;
    this.#parts.more.ticket = Object.assign(this.#ticket, { said: () => this.#parts.conversation.messages });
    this.#parts.more.hidden = together.kind !== 'ticket' || Boolean(this.#ticket.finished);
    // what came of a question is read here, too; its own task asks for a press of the button
    if (together.unread && together.kind !== 'outcome' && !document.hidden) this.#desk.readOutcomes().catch(() => {});
  }

  /** Notes tell of questions, links and the like: what depends on them is asked for again. */
  async #lookAgain() {
    try {
      this.#together(await this.#desk.together());
    } catch {
      // it is read again with the next note, or when the connection is back
    }
  }

  /** Reads everything again, as after a lost connection or when Tasklist has changed something; the text stays. */
  async reload() {
    if (!this.#parts || this.#sending || this.#left) return;
    try {
      const ticket = await this.#load();
      this.#show(ticket);
      this.#parts.reply.ticket = ticket;
    } catch (failure) {
      if (failure.status === 404 || failure.status === 409) this.#finished(failure.holder);
    }
  }

  #listen() {
    this.#presence = new Presence(this.#desk.here);
    this.#live = new Live(this.#desk.events, {
      message: (message) => this.#arrived(message),
      status: (status) => this.#changed(status),
      readers: (readers) => (this.#parts.readers.readers = readers),
      anew: () => this.reload(),
      lost: () => (this.#parts.offline.hidden = false),
      back: async () => {
        this.#parts.offline.hidden = true;
        await this.reload();
        return this.isConnected && !this.#ticket.finished;
      },
    });
  }

  #arrived(message) {
    const atEnd = this.#newestIsVisible();
    if (!this.#parts.conversation.add(message, true)) return;
    if (message.internal) this.#lookAgain();
    if (message.author === 'customer') this.#parts.reply.refreshOffers?.();
    if (atEnd) this.#jump();
    else this.#parts.jump.hidden = false;
    this.#parts.jump.textContent = t('jump.new');
  }

  #changed({ state, holder, assignee, mine, taskDone }) {
    if (this.#sending) return; // our own reply finishes the task: the answer to it comes in a moment
    if (taskDone) return this.#finished(mine ? null : assignee);
    const before = this.#ticket.assignee?.user;
    Object.assign(this.#ticket, { state, holder, assignee, mine });
    this.#parts.holder.ticket = this.#ticket;
    this.#parts.reply.ticket = this.#ticket;
    this.#warn(this.#ticket);
    if (before !== assignee?.user) tell(this, 'desk-changed');
  }

  /** Another agent has it: said before a reply is tried in vain. */
  #warn({ assignee, mine }) {
    if (assignee && !mine) this.#parts.notice.conflict({ who: assignee.name, text: () => this.#parts.reply.text, question: this.#isQuestion });
    else this.#parts.notice.clear();
  }

  #finished(who) {
    Object.assign(this.#ticket, { finished: true, assignee: who ?? null, mine: false });
    this.#parts.holder.ticket = this.#ticket;
    this.#parts.reply.ticket = this.#ticket;
    this.#parts.more.hidden = true;
    this.#parts.notice.conflict({ who: who?.name, finished: true, text: () => this.#parts.reply.text, question: this.#isQuestion });
    this.#stop();
  }

  #reply(text, action, attachments) {
    return this.#do(`${action}:${attachments}:${text}`, async (id) => {
      this.#drafts.reply.hold();
      const { message } = await this.#desk.reply(text, action, id, this.#parts.conversation.seen, attachments);
      this.#parts.conversation.add(message, true);
      this.#parts.reply.sent('reply');
      this.#leave(t(action === 'wait' ? 'sent.wait' : 'sent.resolve', { number: this.#ticket.number }));
    });
  }

  #note(text, attachments) {
    return this.#do(`note:${attachments}:${text}`, async (id) => {
      this.#arrived(await this.#desk.note(text, id, attachments));
      this.#parts.reply.sent('note');
      this.#jump();
    });
  }

  #answer(text) {
    return this.#do(`answer:${text}`, async (id) => {
      this.#drafts.reply.hold();
      if (this.#ticket.together.kind === 'outcome') await this.#desk.readOutcomes();
      else await this.#desk.answer(text, id);
      this.#parts.reply.sent('reply');
      this.#leave(t(text ? 'together.sent.answer' : 'together.sent.done', { number: this.#ticket.number }));
    });
  }

  #pass(to, note) {
    const target = [...this.#ticket.groups, ...this.#ticket.people].find((one) => (one.id ?? one.user) === (to.group ?? to.user));
    return this.#do('pass', async () => {
      await this.#desk.pass(to, note);
      this.#leave(t('sent.pass', { number: this.#ticket.number, name: target.name }));
    });
  }

  /** Our own work with it is done: what is still heard of its task is no news. */
  #leave(sentence) {
    this.#left = true;
    this.#stop();
    tell(this, 'desk-left', { sentence });
  }

  /** One at a time; the same words keep their id until they have arrived, so that a second try never says them twice. */
  async #do(what, act) {
    if (this.#sending) return;
    this.#busy(true);
    if (!this.#keys.has(what)) this.#keys.set(what, uuid());
    try {
      await act(this.#keys.get(what));
      this.#keys.delete(what);
      if (!(this.#ticket.assignee && !this.#ticket.mine)) this.#parts.notice.clear();
    } catch (failure) {
      await this.#failed(failure);
    } finally {
      this.#busy(false);
    }
  }

  async #failed(failure) {
    if (failure.status !== 409) return this.#parts.notice.failure(failure.status === 401 ? t('failed.login') : failure.message);
    this.#sending = false;
    this.#leaving(); // the text becomes a draft at once
    const text = () => this.#parts.reply.text;
    await this.reload(); // finds out whether the ticket is still here
    this.#parts.notice.conflict({ who: failure.holder?.name, finished: this.#ticket.finished, text, question: this.#isQuestion });
    tell(this, 'desk-changed');
  }

  get #isQuestion() {
    return this.#ticket.together.kind !== 'ticket';
  }

  #stop() {
    this.#live?.close();
    this.#presence?.stop();
    this.#presence = undefined;
  }

  #busy(busy) {
    this.#sending = busy;
    this.#parts.reply.busy = busy;
  }

  #newestIsVisible() {
    return !this.#parts || isVisible(this.#parts.conversation.newest, this.#parts.box);
  }

  #jump() {
    scrollTo(this.#parts.conversation.newest, this.#parts.box);
  }

  #unreachable(failure, again) {
    // the texts themselves may be what is missing, hence English as a last resort
    const words = failure.message || (language === 'de' ? 'Das Ticket ist gerade nicht erreichbar.' : 'The ticket cannot be reached just now.');
    this.shadowRoot.replaceChildren(h('p', { role: 'alert' }, words), h('button', { type: 'button', onclick: again }, '↻'));
  }
}

customElements.define('tandem-ticket', TandemTicket);

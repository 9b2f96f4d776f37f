import { me, ticketOf } from './api.js';
import { css, h, tell, uuid } from './dom.js';
import { Draft } from './draft.js';
import { Live } from './live.js';
import { DeskElement } from './look.js';
import { isVisible, scrollTo } from './newest.js';
import { language, loadTexts, t } from './texts.js';
import './tandem-brief.js';
import './tandem-conversation.js';
import './tandem-holder.js';
import './tandem-notice.js';
import './tandem-reply.js';

const sheet = css(`
  :host { container-type: inline-size; }
  article { display: grid; gap: 14px; max-width: 960px; }
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
  #leaving = () => Object.values(this.#drafts ?? {}).forEach((draft) => draft.flush());
  #scrolled = () => this.#newestIsVisible() && (this.#parts.jump.hidden = true);

  constructor() {
    super(sheet);
    const on = (name, act) => this.addEventListener(name, ({ detail }) => act(detail));
    on('desk-reply', ({ text, action }) => this.#reply(text, action));
    on('desk-note', ({ text }) => this.#note(text));
    on('desk-pass', ({ to, note }) => this.#pass(to, note));
    on('desk-leave', () => tell(this, 'desk-left', {}));
  }

  connectedCallback() {
    addEventListener('pagehide', this.#leaving);
    addEventListener('scroll', this.#scrolled, { capture: true, passive: true }); // the scrolling column is Tasklist's
    if (this.#desk) this.#listen();
  }

  disconnectedCallback() {
    removeEventListener('pagehide', this.#leaving);
    removeEventListener('scroll', this.#scrolled, { capture: true });
    this.#leaving();
    this.#live?.close();
  }

  attributeChangedCallback(name, before, task) {
    if (task && task !== before) this.#open(task);
  }

  async #open(task) {
    this.#leaving();
    this.#live?.close();
    this.#left = false;
    this.#desk = ticketOf(task);
    this.#parts = undefined;
    try {
      const [{ user }, ticket] = await Promise.all([me(), this.#desk.load(), loadTexts()]);
      if (this.getAttribute('task') !== task) return;
      this.lang = language;
      this.#drafts = {
        reply: new Draft(user, task, this.#desk.saveDraft),
        note: new Draft(user, `${task}:note`),
      };
      this.#build();
      this.#show(ticket);
      this.#parts.reply.open(ticket, this.#drafts);
      this.#listen();
      this.#parts.jump.hidden = this.#newestIsVisible();
    } catch (failure) {
      this.#unreachable(failure, () => this.#open(task));
    }
  }

  #build() {
    const parts = (this.#parts = {
      holder: h('tandem-holder'),
      brief: h('tandem-brief'),
      conversation: h('tandem-conversation'),
      offline: h('p', { class: 'offline', role: 'status', hidden: true }, t('offline')),
      notice: h('tandem-notice'),
      reply: h('tandem-reply'),
      jump: h('button', { type: 'button', class: 'jump', hidden: true, 'data-action': 'jump', onclick: () => this.#jump() }),
    });
    parts.jump.textContent = t('jump');
    parts.box = h('footer', {}, parts.jump, parts.notice, parts.reply);
    this.shadowRoot.replaceChildren(
      h('article', {}, parts.holder, parts.brief, parts.conversation, parts.offline), parts.box);
  }

  #show(ticket) {
    this.#ticket = ticket;
    this.#parts.holder.ticket = ticket;
    this.#parts.brief.ticket = ticket;
    this.#parts.conversation.ticket = ticket;
    this.#warn(ticket);
  }

  /** Reads everything again, as after a lost connection or when Tasklist has changed something; the text stays. */
  async reload() {
    if (!this.#parts || this.#sending || this.#left) return;
    try {
      const ticket = await this.#desk.load();
      this.#show(ticket);
      this.#parts.reply.ticket = ticket;
    } catch (failure) {
      if (failure.status === 404 || failure.status === 409) this.#finished(failure.holder);
    }
  }

  #listen() {
    this.#live = new Live(this.#desk.events, {
      message: (message) => this.#arrived(message),
      status: (status) => this.#changed(status),
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
    if (message.author === 'customer') this.#parts.reply.refreshOffers();
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
    if (assignee && !mine) this.#parts.notice.conflict({ who: assignee.name, text: () => this.#parts.reply.text });
    else this.#parts.notice.clear();
  }

  #finished(who) {
    Object.assign(this.#ticket, { finished: true, assignee: who ?? null, mine: false });
    this.#parts.holder.ticket = this.#ticket;
    this.#parts.reply.ticket = this.#ticket;
    this.#parts.notice.conflict({ who: who?.name, finished: true, text: () => this.#parts.reply.text });
    this.#live.close();
  }

  #reply(text, action) {
    return this.#do(`${action}:${text}`, async (id) => {
      this.#drafts.reply.hold();
      const { message } = await this.#desk.reply(text, action, id, this.#parts.conversation.seen);
      this.#parts.conversation.add(message, true);
      this.#parts.reply.sent('reply');
      this.#leave(t(action === 'wait' ? 'sent.wait' : 'sent.resolve', { number: this.#ticket.number }));
    });
  }

  #note(text) {
    return this.#do(`note:${text}`, async (id) => {
      this.#arrived(await this.#desk.note(text, id));
      this.#parts.reply.sent('note');
      this.#jump();
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
    this.#live.close();
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
    this.#parts.notice.conflict({ who: failure.holder?.name, finished: this.#ticket.finished, text });
    tell(this, 'desk-changed');
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

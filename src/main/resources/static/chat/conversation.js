// One customer's conversation: the ticket's thread, what is still on its way to it, and what the customer can do.
// Draws nothing; tells of each change by the event "change", and of each message that came in live by "message".
import { Problem } from './client.js';
import { newId } from './dom.js';
import { Outbox } from './outbox.js';
import { Previews } from './previews.js';
import { Thread } from './thread.js';
import { Uploads } from './uploads.js';

export class Conversation extends EventTarget {
  /** {key, values} of our own texts or {text} in the server's words. */
  notice = null;
  #client;
  #memory;
  #opening;
  #thread = null;
  #stop;

  /** @param opening gives {language, name} for a ticket that is about to be opened */
  constructor(client, memory, opening) {
    super();
    this.#client = client;
    this.#memory = memory;
    this.#opening = opening;
    this.outbox = new Outbox(
      memory,
      (item) => this.#deliver(item),
      (error, wait) => this.#explain(error, wait),
    );
    this.outbox.addEventListener('change', () => this.#changed());
    this.uploads = new Uploads(client, memory);
    this.uploads.addEventListener('change', () => this.outbox.items.some((item) => item.files?.length) && this.#changed());
    this.previews = new Previews(client, () => this.session);
  }

  start() {
    this.#stop = new AbortController();
    this.#memory.onOtherTab(() => this.#adopt(), this.#stop.signal);
    this.#enter(this.#memory.session);
    this.outbox.flush();
  }

  stop() {
    this.#stop.abort();
    this.#thread?.stop();
  }

  get session() {
    return this.#thread?.session ?? null;
  }

  get messages() {
    return this.#thread?.messages ?? [];
  }

  get status() {
    return this.#thread?.status ?? null;
  }

  get loaded() {
    return this.#thread?.loaded ?? true;
  }

  get online() {
    return this.#thread?.online ?? true;
  }

  /** As in the status; NONE before the first word, LOADING until the server has told. */
  get holder() {
    const begun = this.session || this.outbox.items.length;
    return this.status?.holder ?? (!begun ? 'NONE' : this.loaded || this.outbox.items.length ? 'BOT' : 'LOADING');
  }

  /** The bot has the ticket and the customer had the last word. */
  get working() {
    const unsent = this.outbox.texts.at(-1);
    return this.holder === 'BOT' && (unsent ? !unsent.failed : this.messages.at(-1)?.author === 'customer');
  }

  /** A bot's answer can be judged until the conversation has gone on. */
  asksFeedback(message) {
    return message.askFeedback && message.helped == null && this.#isOpen(message);
  }

  /** What the bot asks the customer to choose from, for as long. */
  choices(message) {
    return message.choices?.length && this.#isOpen(message) ? message.choices : [];
  }

  #isOpen({ position }) {
    const goneOn = this.messages.some((each) => each.position > position && each.author !== 'system');
    return !goneOn && !['QUEUE', 'AGENT'].includes(this.holder) && this.outbox.texts.every((item) => item.failed);
  }

  /** @param picked {message: the id that the message must have, files} */
  send(text, picked) {
    this.notice = null;
    this.outbox.add({ id: picked?.message ?? newId(), text, files: picked?.files ?? [] });
  }

  /** What the customer will not send after all. */
  discard(item) {
    this.uploads.forget(item.files ?? []);
    this.outbox.remove(item);
  }

  sendWithoutBadFile(item) {
    this.notice = null;
    this.uploads.forget(item.files.filter((file) => file.key === item.badFile));
    this.outbox.retryWithout(item);
  }

  async download(file) {
    try {
      await this.previews.download(file);
    } catch {
      this.notice = { key: 'attach.downloadFailed', values: file };
      this.#changed();
    }
  }

  /** @param words open the ticket if there is none yet */
  askForPerson(words) {
    if (!this.session && !this.outbox.items.length) {
      this.send(words);
    }
    this.outbox.items.filter((item) => item.person).forEach((item) => this.outbox.remove(item));
    this.outbox.add({ id: newId(), person: true });
  }

  async feedback(message, helped) {
    const thread = this.#thread;
    await this.#attempt(async () => {
      await this.#client.feedback(thread.session, message.id, helped);
      thread.judged(message, helped);
    });
  }

  async rate(score, comment) {
    const thread = this.#thread;
    await this.#attempt(async () => {
      await this.#client.rate(thread.session, score, comment);
      thread.rated(score);
    });
  }

  /** Leaves the ticket as it is on the server and begins afresh here. */
  startNew() {
    this.outbox.items.forEach((item) => this.uploads.forget(item.files ?? []));
    this.outbox.clear();
    this.notice = null;
    this.#memory.session = null;
    this.#enter(null);
  }

  /** Another ticket of the customer, which an agent has split off. What is still on its way belongs to this one. */
  goTo(ticket) {
    if (this.outbox.items.length) {
      return;
    }
    this.notice = null;
    this.#remember(ticket);
  }

  /** All of the customer's tickets that this page has a key to, by number; none if there is but one. */
  get matters() {
    const others = this.status?.others ?? [];
    return others.length ? [this.session, ...others].sort((a, b) => a.number - b.number) : [];
  }

  dismissNotice() {
    this.notice = null;
    this.#changed();
  }

  async #deliver(item) {
    if (item.person) {
      await this.#callPerson(item, this.#thread);
    } else {
      await this.#say(item, this.#thread);
    }
    this.dismissNotice();
  }

  /** The files go before the words that name them. */
  async #say(item, thread) {
    const files = item.files ?? [];
    const attachments = [];
    for (const file of files) {
      attachments.push(await this.uploads.send(file, item.id));
    }
    try {
      await (thread ? this.#post(item, attachments, thread) : this.#open(item, attachments));
      this.uploads.forget(files);
    } catch (error) {
      if (error instanceof Problem && error.status === 400) {
        this.uploads.again(files); // the server keeps unsent files for a day only
      }
      throw error;
    }
  }

  async #open(item, attachments) {
    const words = { text: item.text, ...this.#opening(), attachments };
    const { ticket, number, token } = await this.#client.open(words, item.id);
    this.outbox.taken(item);
    this.#remember({ ticket, number, token });
  }

  async #callPerson(item, thread) {
    const status = thread && (await this.#client.askForPerson(thread.session));
    this.outbox.remove(item);
    if (status) {
      thread.takeStatus(status);
    }
  }

  async #post(item, attachments, thread) {
    const { continuedIn, ...message } = await this.#client.send(thread.session, item.text, item.id, attachments);
    if (thread !== this.#thread) {
      return; // the customer has begun something new meanwhile
    }
    if (continuedIn) {
      this.#remember({ ...continuedIn, continued: true });
    }
    this.#thread.take({ ...message, clientId: message.clientId ?? item.id });
    this.outbox.remove(item);
  }

  #remember(session) {
    this.#memory.session = session;
    this.#enter(session);
  }

  #adopt() {
    const session = this.#memory.session;
    if (session?.ticket !== this.session?.ticket) {
      this.#enter(session);
    }
  }

  #enter(session) {
    this.#thread?.stop();
    this.#thread = session && this.#follow(new Thread(this.#client, session));
    this.#changed();
  }

  #follow(thread) {
    const on = (event, listener) => thread.addEventListener(event, (what) => thread === this.#thread && listener(what));
    on('change', () => {
      this.outbox.arrived(thread.messages);
      this.#changed();
    });
    on('message', ({ detail }) => this.dispatchEvent(new CustomEvent('message', { detail })));
    on('online', () => thread.online && this.outbox.retryLost());
    on('gone', () => this.#lose());
    on('merged', ({ detail }) => this.#remember({ ...detail, merged: true }));
    thread.start();
    return thread;
  }

  async #attempt(action) {
    try {
      await action();
      this.dismissNotice();
    } catch (error) {
      this.#explain(error);
    }
  }

  #explain(error, wait) {
    if (error.file && error instanceof Problem && !wait) {
      const { name } = error.file;
      this.notice = error.key
        ? { key: error.key }
        : { key: 'attach.failed', values: { name, reason: error.message } };
    } else if (error instanceof Problem && error.gone) {
      this.#lose();
    } else if (wait) {
      this.notice = { key: 'error.tooMany', values: { seconds: Math.ceil(wait / 1000) } };
    } else if (error instanceof Problem) {
      this.notice = error.message ? { text: error.message } : { key: 'error.general' };
    } else {
      this.notice = { key: 'error.network' };
    }
    this.#changed();
  }

  /** The ticket is gone; what the customer wrote since stays, to be sent into a new one. */
  #lose() {
    this.#memory.session = null;
    this.notice = { key: 'error.gone' };
    this.#enter(null);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

// What is known of one ticket: its messages in order and who has it. Follows the server from start to stop.
// Events: change; message (detail: one that came in live); online; gone (the ticket cannot be followed any
// more); merged (detail: the ticket in which it goes on, with its key).
import { follow } from './live.js';

export class Thread extends EventTarget {
  messages = [];
  status = null;
  loaded = false;
  online = true;
  #client;
  #stop = new AbortController();

  constructor(client, session) {
    super();
    this.#client = client;
    this.session = session;
  }

  start() {
    follow(this.#handlers(), this.#stop.signal);
  }

  stop() {
    this.#stop.abort();
  }

  /** A message is taken once, by whichever way it comes first. */
  take(message) {
    if (!this.#has(message)) {
      const others = this.messages.filter(({ position }) => position !== message.position);
      this.messages = inOrder([...others, message]);
      this.#tell('change');
      this.#tell('message', message);
    }
  }

  takeStatus(status) {
    this.status = status;
    this.#tell('change');
    if (status?.continuedIn) {
      this.#tell('merged', status.continuedIn);
    }
  }

  judged(message, helped) {
    this.messages = this.messages.map((each) => (each.id === message.id ? { ...each, helped } : each));
    this.#tell('change');
  }

  rated(score) {
    this.takeStatus({ ...this.status, rating: { ...this.status?.rating, given: score } });
  }

  #handlers() {
    return {
      load: async () => {
        const before = this.messages;
        const { messages, status } = await this.#client.messages(this.session);
        if (!this.#stop.signal.aborted) {
          this.#takeAll(messages, status, before);
        }
      },
      open: (signal) => this.#client.events(this.session, this.messages.at(-1)?.position ?? 0, signal),
      event: (type, data) => {
        if (type === 'message') {
          this.take(data);
        } else if (type === 'status') {
          this.takeStatus(data);
        }
      },
      online: (online) => {
        this.online = online;
        this.#tell('change');
        this.#tell('online');
      },
      gone: () => this.#tell('gone'),
    };
  }

  /** What was here before the server was asked and is not there has gone with its database: a copy was restored. */
  #takeAll(messages, status, before) {
    const live = this.loaded ? messages.filter((message) => !this.#has(message)) : [];
    const gone = ({ id }) => before.some((each) => each.id === id);
    const has = ({ position }) => messages.some((each) => each.position === position);
    const later = this.messages.filter((message) => !has(message) && !gone(message));
    this.messages = inOrder([...messages, ...later]);
    this.loaded = true;
    this.takeStatus(status);
    live.forEach((message) => this.#tell('message', message));
  }

  #has({ id }) {
    return this.messages.some((message) => message.id === id);
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}

function inOrder(messages) {
  return messages.sort((a, b) => a.position - b.position);
}

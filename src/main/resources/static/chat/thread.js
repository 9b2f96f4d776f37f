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

  /** A position is taken once, by whichever way its message comes first. */
  take(message) {
    if (!this.#has(message)) {
      this.messages = inOrder([...this.messages, message]);
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
        const { messages, status } = await this.#client.messages(this.session);
        if (!this.#stop.signal.aborted) {
          this.#takeAll(messages, status);
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

  #takeAll(messages, status) {
    const live = this.loaded ? messages.filter((message) => !this.#has(message)) : [];
    const later = this.messages.filter(({ position }) => !messages.some((each) => each.position === position));
    this.messages = inOrder([...messages, ...later]);
    this.loaded = true;
    this.takeStatus(status);
    live.forEach((message) => this.#tell('message', message));
  }

  #has({ position }) {
    return this.messages.some((message) => message.position === position);
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}

function inOrder(messages) {
  return messages.sort((a, b) => a.position - b.position);
}

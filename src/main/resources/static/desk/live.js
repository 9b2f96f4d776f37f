// Server-sent events of one ticket, with what the browser does not do by itself.

const RETRY = 5000;

/**
 * message(data), status(data) and readers(data) are called as things happen; anew() when the server has another past than
 * the page (it was restored from a copy): all is to be read again; lost() when the connection breaks; back() when it stands
 * again, so that what was missed can be read; back() may answer false: there is nothing left to listen to.
 */
export class Live {
  #connect;
  #on;
  #source;
  #timer;
  #broken = false;

  constructor(connect, on) {
    this.#connect = connect;
    this.#on = on;
    this.#open();
  }

  close() {
    clearTimeout(this.#timer);
    this.#source.close();
  }

  #open() {
    const source = (this.#source = this.#connect());
    source.addEventListener('message', ({ data }) => this.#on.message(JSON.parse(data)));
    source.addEventListener('status', ({ data }) => this.#on.status(JSON.parse(data)));
    source.addEventListener('readers', ({ data }) => this.#on.readers(JSON.parse(data)));
    source.addEventListener('anew', () => this.#on.anew());
    source.onopen = () => {
      if (this.#broken) this.#on.back();
      this.#broken = false;
    };
    source.onerror = () => {
      this.#broken = true;
      this.#on.lost();
      // after a refusal, unlike a lost connection, the browser does not try again
      if (source.readyState === EventSource.CLOSED) this.#timer = setTimeout(() => this.#again(), RETRY);
    };
  }

  async #again() {
    if ((await this.#on.back()) !== false) this.#open();
  }
}

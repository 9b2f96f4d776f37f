// Tandem's HTTP interface for customers, one method a resource. Knows no state.
import { post } from './upload.js';

/** What the server refused, in its own plain words (RFC 9457). */
export class Problem extends Error {
  constructor(status, { title, detail } = {}, retryAfter = null) {
    super(detail || title || '');
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The ticket is unknown here or the token does not open it: asking again is pointless. */
  get gone() {
    return [401, 403, 404, 410].includes(this.status);
  }

  get worthRetrying() {
    return this.status >= 500 || [408, 425, 429].includes(this.status);
  }
}

export class Client {
  #server;
  #language;

  /** @param language tells at each call in which language errors shall be worded */
  constructor(server, language) {
    this.#server = server;
    this.#language = language;
  }

  open(ticket, key) {
    return this.#json('POST', '', { body: ticket, headers: { 'Idempotency-Key': key } });
  }

  messages(session) {
    return this.#json('GET', `/${session.ticket}/messages`, { session });
  }

  send(session, text, id, attachments) {
    return this.#json('POST', `/${session.ticket}/messages`, { session, body: { text, id, attachments } });
  }

  /** What can be attached. */
  async limits() {
    const response = await fetch(`${this.#server}/api/attachments`, { credentials: 'omit' });
    return response.ok ? response.json() : Promise.reject(new Problem(response.status));
  }

  /** @param file {name, content} */
  async upload(file, message, progress, signal) {
    const headers = { 'Accept-Language': this.#language(), 'Tandem-Message': message };
    const address = `${this.#server}/api/attachments`;
    const { status, body, retryAfter } = await post(address, file, headers, progress, signal);
    if (status !== 201) {
      throw new Problem(status, body, retryAfter);
    }
    return body;
  }

  /** The bytes of a file or its preview. */
  async file(session, id) {
    const response = await this.#request('GET', `/${session.ticket}/attachments/${id}`, { session, headers: { Accept: '*/*' } });
    return response.blob();
  }

  askForPerson(session) {
    return this.#json('POST', `/${session.ticket}/human`, { session });
  }

  feedback(session, message, helped) {
    return this.#json('PUT', `/${session.ticket}/messages/${message}/feedback`, { session, body: { helped } });
  }

  rate(session, score, comment) {
    const body = comment ? { score, comment } : { score };
    return this.#json('PUT', `/${session.ticket}/rating`, { session, body });
  }

  /** The open response of the event stream. Not EventSource: that can send no token. */
  events(session, lastPosition, signal) {
    const headers = { Accept: 'text/event-stream', 'Last-Event-ID': String(lastPosition) };
    return this.#request('GET', `/${session.ticket}/events`, { session, headers, signal });
  }

  async #json(method, path, options) {
    const response = await this.#request(method, path, { signal: AbortSignal.timeout(20_000), ...options });
    const text = await response.text();
    return text ? JSON.parse(text) : null;
  }

  async #request(method, path, { session, body, headers = {}, signal }) {
    const response = await fetch(`${this.#server}/api/tickets${path}`, {
      method,
      signal,
      cache: 'no-store',
      credentials: 'omit', // the token alone opens a ticket, never a cookie
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': this.#language(),
        ...(session && { Authorization: `Bearer ${session.token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      const problem = await response.json().catch(() => ({}));
      throw new Problem(response.status, problem, Number(response.headers.get('Retry-After')) || null);
    }
    return response;
  }
}

// The desk's HTTP interface: GET/POST/PUT /api/desk/...
import { post } from '../chat/upload.js';

/** What the server refused, with its words for people and, at a conflict, who has the ticket. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.holder = body.holder ?? null;
  }
}

async function call(method, path, body, options = {}) {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET') headers['X-TANDEM-CSRF'] = cookie('TANDEM-CSRF');
  const response = await fetch(`/api/desk${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  });
  const json = /json/.test(response.headers.get('Content-Type') ?? '') ? await response.json() : undefined;
  if (!response.ok) throw new Problem(response.status, json);
  return json;
}

/** file: {name, content} */
async function upload(path, file, progress, signal) {
  const headers = { 'X-TANDEM-CSRF': cookie('TANDEM-CSRF') };
  const { status, body } = await post(`/api/desk${path}`, file, headers, progress, signal);
  if (status !== 201) throw new Problem(status, body);
  return body;
}

/** What can be attached: {fileSize, messageSize, files}. */
export const limits = async () => {
  const response = await fetch('/api/attachments');
  return response.ok ? response.json() : Promise.reject(new Problem(response.status));
};

/** Where the browser gets a file of the task's ticket. */
export const addressOf = (task, file) => `/api/desk/tasks/${encodeURIComponent(task)}/attachments/${file.id}`;

function cookie(name) {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

/** Who works here: asked at every ticket, because another person may have logged in since. */
export const me = () => call('GET', '/me');

/** Everything that can be done with the ticket of one user task. */
export function ticketOf(task) {
  const path = `/tasks/${encodeURIComponent(task)}`;
  return {
    load: () => call('GET', path),
    reply: (text, action, id, seen, attachments) => call('POST', `${path}/reply`, { text, action, id, seen, attachments }),
    note: (text, id, attachments) => call('POST', `${path}/note`, { text, id, attachments }),
    upload: (file, progress, signal) => upload(`${path}/attachments`, file, progress, signal),
    pass: (to, note) => call('POST', `${path}/pass`, { to, note }),
    // keepalive: the last words are still sent while the tab is closing
    saveDraft: (text, closing = false) => call('PUT', `${path}/draft`, { text }, { keepalive: closing }),
    together: () => call('GET', `${path}/together`),
    ask: (to, text, id) => call('POST', `${path}/questions`, { to, text, id }),
    answer: (text, id) => call('POST', `${path}/answer`, { text, id }),
    readOutcomes: () => call('PUT', `${path}/outcomes`),
    here: (page, state) => call('PUT', `${path}/presence`, { page, state }, { keepalive: state === 'gone' }),
    link: (number) => call('PUT', `${path}/links/${number}`),
    unlink: (number) => call('DELETE', `${path}/links/${number}`),
    merge: (number) => call('PUT', `${path}/merged/${number}`),
    split: (messages, id) => call('POST', `${path}/splits`, { messages, id }),
    addresses: () => call('GET', `${path}/addresses`),
    askAddress: (channel, address) => call('POST', `${path}/addresses`, { channel, address }),
    removeAddress: (kind, address, note) => call('POST', `${path}/addresses/removals`, { kind, address, note }),
    other: (number) => call('GET', `${path}/tickets/${number}`),
    events: () => new EventSource(`/api/desk${path}/events`),
  };
}

/** The most urgent ticket that fits whoever asks: {outcome, task, sentence}. */
export const next = () => call('POST', '/next');

/** One's own limit of open tickets and whether one is there; nobody else reads it. */
export const seat = {
  load: () => call('GET', '/me/seat'),
  limit: (limit) => call('PUT', '/me/limit', { limit }),
  away: (away) => call('PUT', '/me/away', { away }),
};

/** What is offered on a ticket, asked for when the form is there already. */
export function offersOf(task) {
  const path = `/tasks/${encodeURIComponent(task)}/offers`;
  return {
    load: () => call('GET', path),
    word: () => call('PUT', `${path}/draft`),
    used: (offer) => call('PUT', `/offers/${encodeURIComponent(offer)}/used`),
  };
}

/** The text blocks that everybody at the desk shares. */
export const blocks = {
  readyFor: (task) => call('GET', `/tasks/${encodeURIComponent(task)}/blocks`),
  all: (deleted = false) => call('GET', `/blocks?deleted=${deleted}`),
  write: (block) => call('POST', '/blocks', block),
  change: (block) => call('PUT', `/blocks/${encodeURIComponent(block.id)}`, block),
  delete: (id) => call('DELETE', `/blocks/${encodeURIComponent(id)}`),
  bringBack: (id) => call('DELETE', `/blocks/${encodeURIComponent(id)}/deletion`),
};

/** What an agent hears of while they do something else. after: how far this browser has heard, if it knows. */
export const news = {
  listen: (after) => new EventSource(`/api/desk/news${after === undefined ? '' : `?after=${after}`}`),
  place: (id) => call('GET', `/news/${id}/place`),
};

// What the page asks the server: /api/mails/...
import { callOf } from '../insight/call.js';

const call = callOf('/api/mails');
const of = (mail) => `/quarantine/${encodeURIComponent(mail)}`;

/** list: quarantine or aside */
export const list = (list, page) => call('GET', `/${list}?page=${page}`);
export const read = (mail) => call('GET', of(mail));
export const makeTicket = (mail) => call('PUT', `${of(mail)}/ticket`);
export const tryAgain = (mail) => call('POST', `${of(mail)}/attempts`);
export const dismiss = (mail) => call('DELETE', of(mail));

/** Where the browser gets the mail as it came. */
export const rawOf = (mail) => `/api/mails${of(mail)}/raw`;

/** Where a ticket opens for whoever works at the desk. */
export const placeOf = (ticket) => `/mails/tickets/${encodeURIComponent(ticket)}`;

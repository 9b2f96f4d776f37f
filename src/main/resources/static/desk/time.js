import { language } from './texts.js';

const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });

export const timeOf = (iso) => clock.format(new Date(iso));
export const dayOf = (iso) => day.format(new Date(iso));
export const dateOf = (iso) => date.format(new Date(iso));
export const momentOf = (iso) => full.format(new Date(iso));

/** "in 12 minutes", "2 days ago": the largest unit that still says something. */
export function fromNow(iso, now = Date.now()) {
  const minutes = Math.round((new Date(iso) - now) / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / (24 * 60)), 'day');
}

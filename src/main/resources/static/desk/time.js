import { language } from './texts.js';

// English in the browser's own way: 13:05 in Britain, 1:05 PM in America
const region = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
const relative = new Intl.RelativeTimeFormat(region, { numeric: 'always' });
const clock = new Intl.DateTimeFormat(region, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long' });
const date = new Intl.DateTimeFormat(region, { dateStyle: 'medium' });
const full = new Intl.DateTimeFormat(region, { dateStyle: 'full', timeStyle: 'short' });

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

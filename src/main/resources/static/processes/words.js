// The words of the page, from processes/texts, and numbers and times as the reader's region writes them.

export const language = document.documentElement.lang;

const region = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
const numbers = new Intl.NumberFormat(region);
const moments = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });
const days = new Intl.DateTimeFormat(region, { dateStyle: 'medium' });
const percents = new Intl.NumberFormat(region, { style: 'percent' });

let texts = {};

export async function loadTexts() {
  const response = await fetch(`/api/texts/${language}?prefix=processes.`);
  if (!response.ok) throw new Error(`texts: ${response.status}`);
  texts = await response.json();
}

/** The text of processes.<key>; {name} placeholders are filled from the values. */
export function t(key, values = {}) {
  return (texts[`processes.${key}`] ?? key).replace(/\{(\w+)}/g, (gap, name) => values[name] ?? gap);
}

/** The same with a number, which has a text of its own for one. */
export const counted = (key, count, values = {}) =>
  t(count === 1 && `processes.${key}.one` in texts ? `${key}.one` : key, { ...values, count: numbers.format(count) });

/** What has no text is shown as it came. */
export const word = (kind, value) => texts[`processes.${kind}.${value}`] ?? String(value);

export const numberOf = (number) => numbers.format(number);
export const momentOf = (iso) => moments.format(new Date(iso));
export const shareOf = (part, whole) => percents.format(part / whole);

/** A day without a time, which has no zone. */
export const dayOf = (iso) => days.format(new Date(`${iso}T12:00`));

/** "4 s", "12 min", "3.5 h", "2 d": as exact as it is known. */
export function durationOf(seconds) {
  if (seconds < 1) return t('time.instant');
  const [unit, size] = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]].find(([, size]) => seconds >= size * 1.5) ?? ['second', 1];
  const value = seconds / size;
  const format = new Intl.NumberFormat(region, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 });
  return format.format(value);
}

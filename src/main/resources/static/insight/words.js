// The words of a page of the staff, from processes/texts, and numbers and times as the reader's region writes them.

export const language = document.documentElement.lang;

export const region = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
const numbers = new Intl.NumberFormat(region);
const moments = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });

export const numberOf = (number) => numbers.format(number);
export const momentOf = (iso) => moments.format(new Date(iso));

/** The texts whose keys begin so; load() fetches them. */
export function wordsOf(prefix) {
  let texts = {};

  const load = async () => {
    const response = await fetch(`/api/texts/${language}?prefix=${prefix}.`);
    if (!response.ok) throw new Error(`texts: ${response.status}`);
    texts = await response.json();
  };

  const has = (key) => `${prefix}.${key}` in texts;

  /** The text of <prefix>.<key>; {name} placeholders are filled from the values. */
  const t = (key, values = {}) => (texts[`${prefix}.${key}`] ?? key).replace(/\{(\w+)}/g, (gap, name) => values[name] ?? gap);

  /** The same with a number, which has a text of its own for one. */
  const counted = (key, count, values = {}) => t(count === 1 && has(`${key}.one`) ? `${key}.one` : key, { ...values, count: numberOf(count) });

  /** What has no text is shown as it came. */
  const word = (kind, value) => (has(`${kind}.${value}`) ? t(`${kind}.${value}`) : String(value));

  return { load, has, t, counted, word };
}

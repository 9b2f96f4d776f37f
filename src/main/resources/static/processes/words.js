// The words of the page, and further numbers and times as the reader's region writes them.
import { language, momentOf, numberOf, region, wordsOf } from '../insight/words.js';

export { language, momentOf, numberOf };

export const { load: loadTexts, t, counted, word } = wordsOf('processes');

const days = new Intl.DateTimeFormat(region, { dateStyle: 'medium' });
const percents = new Intl.NumberFormat(region, { style: 'percent' });

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

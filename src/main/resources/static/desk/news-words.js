// How news read, one by one and many at once.
import { t } from './texts.js';

/** What can be switched off. */
export const TOPICS = ['waiting', 'reply', 'due', 'asked', 'answered'];

export const topicOf = (kind) => (kind === 'named' || kind === 'given' ? 'asked' : kind);

export const sentenceOf = (items) =>
  items.length === 1 ? t(`news.${items[0].kind}.one`, items[0]) : t(`news.${items[0].kind}.many`, { count: items.length });

/** Many of one kind are told as one. */
export function groups(items) {
  const kinds = new Map();
  for (const item of items) kinds.set(item.kind, [...(kinds.get(item.kind) ?? []), item]);
  return [...kinds.values()];
}

// What the page asks the server. Without a cookie: the key in the link is all that it needs.
import { chooseLanguage } from '/chat/texts.js';

const PREFIX = 'page.press.';

/** What the link's button is for. */
export function offered(link) {
  return post('/api/presses/offers', link);
}

export function pressed(press) {
  return post('/api/presses', press);
}

async function post(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new Refused(0);
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(response.status, answer.detail);
  }
  return answer;
}

class Refused extends Error {
  constructor(status, detail = '') {
    super(detail);
    this.final = status >= 400 && status < 500 && status !== 429;
  }
}

/** For when the words themselves cannot be fetched. */
const OFFLINE = {
  de: ['Kundenservice', 'Das hat nicht geklappt', 'Wir sind gerade nicht zu erreichen.', 'Noch einmal versuchen'],
  en: ['Customer service', 'That did not work', 'We cannot be reached just now.', 'Try again'],
};

/** Resolves to t(key, values). */
export async function wordsIn(language) {
  const words = await fetch(`/api/texts/${chooseLanguage(language)}?prefix=${PREFIX}`, {
    credentials: 'omit',
    signal: AbortSignal.timeout(20_000),
  })
    .then((response) => (response.ok ? response.json() : {}))
    .catch(() => ({}));
  ['title', 'failed', 'offline', 'again'].forEach((key, i) => (words[PREFIX + key] ??= OFFLINE[language][i]));
  return (key, values = {}) => (words[PREFIX + key] ?? key).replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

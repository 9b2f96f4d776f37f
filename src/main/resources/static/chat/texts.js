// All words come from the server, where process owners edit them; this file only picks the language and fills the gaps.
import { pause } from './pause.js';

export const LANGUAGES = ['de', 'en'];

/** The first wish that we speak; English for everybody else. */
export function chooseLanguage(...wishes) {
  const spoken = wishes.filter(Boolean).map((wish) => wish.toLowerCase().split('-')[0]);
  return spoken.find((language) => LANGUAGES.includes(language)) ?? 'en';
}

/** How the customer's region writes times and numbers, as far as it speaks the chosen language. */
export function regionOf(language) {
  return navigator.languages.find((each) => each.startsWith(language)) ?? language;
}

const loaded = new Map();

/** Resolves to t(key, values); tries until the server answers, for without words there is no chat. */
export async function loadTexts(server, language) {
  const address = `${server}/api/texts/${language}?prefix=chat.`;
  for (let failures = 0; !loaded.has(address); failures++) {
    try {
      const response = await fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(20_000) });
      if (response.ok) {
        loaded.set(address, await response.json());
        break;
      }
    } catch {
      // Tried again below.
    }
    await pause(failures);
  }
  const words = loaded.get(address);
  return (key, values = {}) => (words[`chat.${key}`] ?? key).replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

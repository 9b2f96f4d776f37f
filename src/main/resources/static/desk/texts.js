// The words of the form, from processes/texts, in the language of the agent's browser.
import { language } from '../access/language.js';

export { language };

let texts = {};
let loading;

export function loadTexts() {
  loading ??= fetch(`/api/texts/${language}?prefix=desk.`)
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error(`texts: ${response.status}`))))
    .then((found) => (texts = found))
    .catch((failure) => {
      loading = undefined; // the next ticket tries again
      throw failure;
    });
  return loading;
}

/** The text of desk.<key>; {name} placeholders are filled from the values. */
export function t(key, values = {}) {
  return (texts[`desk.${key}`] ?? key).replace(/\{(\w+)}/g, (all, name) => values[name] ?? all);
}

/** Names of moods, kinds of facts and the like: what has no text is shown as it came. */
export function word(kind, value) {
  return texts[`desk.${kind}.${String(value).toLowerCase()}`] ?? value;
}

export const nameOfLanguage = (code) => new Intl.DisplayNames([language], { type: 'language' }).of(code);

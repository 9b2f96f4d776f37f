/** The language of the reader's browser that we speak, for our pages and for the engine's. */
export const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => ['de', 'en'].includes(tag)) ?? 'en';

/**
 * One language and nothing to fall back on: the engine's pages count time ("in 3 hours") in the language of whichever of two
 * files arrives last.
 */
export const locales = { availableLocales: [language], fallbackLocale: language };

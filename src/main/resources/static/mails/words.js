// The words of the page, and sizes as the reader's region writes them.
import { sizeOf as size } from '../chat/upload.js';
import { momentOf, numberOf, region, wordsOf } from '../insight/words.js';

export { momentOf, numberOf };

export const { load: loadTexts, has, t, counted } = wordsOf('mails');

export const sizeOf = (bytes) => size(bytes, region);

/** What is said of most mails, unless there is something better to say of this kind or this list. */
export const best = (key, ...kinds) => t(kinds.map((kind) => `${key}.${String(kind).toLowerCase()}`).find(has) ?? key);

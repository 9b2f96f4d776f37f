// The files of versions, each fetched once: a version never changes.
import { fileOf } from './api.js';

const fetched = new Map();

/** As the version has it; of a refused one that did not touch the file, as it is live. */
export function sourceOf(file, version, { live }) {
  const number = version?.files?.includes(file) ?? true ? version?.number : live?.number;
  const key = `${number} ${file}`;
  if (!fetched.has(key)) {
    fetched.set(key, fileOf(number, file).catch((failure) => {
      fetched.delete(key);
      throw failure;
    }));
  }
  return fetched.get(key);
}

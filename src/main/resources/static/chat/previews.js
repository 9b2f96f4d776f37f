// Files of the ticket, fetched with its key: an address alone opens nothing.
import { save } from './upload.js';

export class Previews {
  #client;
  #session;
  #pictures = new Map();

  constructor(client, session) {
    this.#client = client;
    this.#session = session;
  }

  /** A small picture as a data: address, which every site's policy lets an image have. */
  picture({ id }) {
    if (!this.#pictures.has(id)) {
      const fetched = this.#client.file(this.#session(), `${id}/preview`).then(asAddress);
      fetched.catch(() => this.#pictures.delete(id));
      this.#pictures.set(id, fetched);
    }
    return this.#pictures.get(id);
  }

  async download({ id, name }) {
    save(await this.#client.file(this.#session(), id), name);
  }
}

function asAddress(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

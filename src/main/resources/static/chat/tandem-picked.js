// The files that the customer is about to send. They go to the server at once, and wait there for the message.
// Events: change.
import { Problem } from './client.js';
import { h, newId, setText } from './dom.js';
import { icon } from './icons.js';
import { pause } from './pause.js';
import { regionOf } from './texts.js';
import { kindOf, sizeOf } from './upload.js';

export class TandemPicked extends HTMLElement {
  /** Set by the composer: where a draft is kept, and the uploads. */
  memory;
  #uploads;
  #picked = { message: newId(), files: [] };
  #errors = new Map();
  #waits = new Map();
  #chips = new Map();
  #list = h('ul');
  #said = h('p', { class: 'reader', role: 'status' });
  #t;
  #language;

  connectedCallback() {
    this.append(this.#list, this.#said);
  }

  update(uploads, { t, language }) {
    this.#t = t;
    this.#language = language;
    if (!this.#uploads) {
      this.#uploads = uploads;
      this.#picked = this.memory.picked ?? this.#picked;
      uploads.learnLimits();
      uploads.addEventListener('change', () => this.#draw());
      this.#files.forEach((file) => this.#bring(file));
    }
    this.#list.setAttribute('aria-label', t('attach.list'));
    this.#draw();
  }

  /** What can be sent. */
  get ready() {
    return this.#files.filter((file) => !this.#errors.has(file.key));
  }

  /** Hands out what can be sent, with the id that the message must have; what cannot is gone with it. */
  take() {
    const { message } = this.#picked;
    const files = this.ready;
    this.#uploads.forget(this.#files.filter((file) => this.#errors.has(file.key)));
    this.#errors.clear();
    this.#set({ message: newId(), files: [] });
    return { message, files };
  }

  /** @param chosen files of the browser */
  add(chosen) {
    for (const content of chosen) {
      const file = { key: newId(), name: content.name || 'file', size: content.size, type: content.type };
      const error = this.#tooMuch(file);
      if (!error) {
        this.#uploads.keep(file, content);
      }
      this.#set({ ...this.#picked, files: [...this.#files, file] });
      if (error) {
        this.#fail(file, error);
      } else {
        this.#bring(file);
      }
    }
  }

  get #files() {
    return this.#picked.files;
  }

  #tooMuch(file) {
    const { fileSize, messageSize, files } = this.#uploads.limits;
    const size = (bytes) => sizeOf(bytes, regionOf(this.#language));
    const all = this.ready.reduce((sum, each) => sum + each.size, file.size);
    if (file.size > fileSize) {
      return this.#t('attach.tooLarge', { size: size(file.size), most: size(fileSize) });
    }
    if (all > messageSize) {
      return this.#t('attach.tooLargeTogether', { most: size(messageSize) });
    }
    return this.ready.length >= files && this.#t('attach.tooMany', { most: files });
  }

  /** Until the server has it, refuses it, or it is not wanted any more. */
  async #bring(file) {
    const { message } = this.#picked;
    for (let failures = 0; this.#files.includes(file); failures++) {
      try {
        await this.#uploads.send(file, message);
        return;
      } catch (error) {
        if (error instanceof Problem && !error.worthRetrying) {
          this.#fail(file, error.key ? this.#t(error.key) : error.message);
          return;
        }
        this.#waits.set(file.key, error.message && error instanceof Problem ? error.message : this.#t('attach.waiting'));
        this.#draw();
        await pause(failures);
        this.#waits.delete(file.key);
      }
    }
  }

  #fail(file, reason) {
    if (this.#files.includes(file)) {
      this.#errors.set(file.key, reason);
      this.#draw();
      setText(this.#said, this.#t('attach.failed', { name: file.name, reason }));
    }
  }

  #remove(file) {
    this.#uploads.forget([file]);
    this.#errors.delete(file.key);
    this.#set({ ...this.#picked, files: this.#files.filter((each) => each !== file) });
    setText(this.#said, this.#t('attach.removed', file));
    this.dispatchEvent(new CustomEvent('picked-removed', { bubbles: true }));
  }

  #set(picked) {
    this.#picked = picked;
    this.memory.picked = picked.files.length ? picked : null;
    this.#draw();
    this.dispatchEvent(new Event('change'));
  }

  #draw() {
    const chips = this.#files.map((file) => this.#chip(file));
    this.#chips.forEach((chip, key) => chips.includes(chip) || this.#chips.delete(key));
    chips.forEach((chip, index) => this.#list.children[index] !== chip && this.#list.insertBefore(chip, this.#list.children[index] ?? null));
    while (this.#list.children.length > chips.length) {
      this.#list.lastChild.remove();
    }
    this.hidden = !chips.length;
  }

  #chip(file) {
    const chip = this.#chips.get(file.key) ?? this.#newChip(file);
    const error = this.#errors.get(file.key);
    const progress = this.#uploads.progress(file);
    chip.dataset.state = error ? 'failed' : progress === 1 && this.#uploads.idOf(file) ? 'there' : 'coming';
    chip.querySelector('progress').value = progress;
    const size = [kindOf(file), sizeOf(file.size, regionOf(this.#language))].filter(Boolean).join(' · ');
    setText(chip.querySelector('.file-size'), error ?? this.#waits.get(file.key) ?? size);
    const remove = chip.querySelector('button');
    remove.setAttribute('aria-label', this.#t('attach.remove', file));
    remove.title = this.#t('attach.remove', file);
    chip.querySelector('progress').setAttribute('aria-label', file.name);
    return chip;
  }

  #newChip(file) {
    const chip = h(
      'li',
      {},
      icon('file'),
      h('span', { class: 'file-name' }, file.name),
      h('span', { class: 'file-size' }),
      h('progress', { max: 1, value: 0 }),
      h('button', { type: 'button', 'data-action': 'remove-file', onclick: () => this.#remove(file) }, icon('close')),
    );
    this.#chips.set(file.key, chip);
    this.#thumbnail(file, chip);
    return chip;
  }

  /** Drawn, because not every site lets a page show pictures of its own making. */
  async #thumbnail(file, chip) {
    try {
      const content = /^image\/(png|jpeg|gif|webp)/.test(file.type) && (await this.#uploads.content(file));
      const picture = content && (await createImageBitmap(content, { resizeHeight: 88, resizeQuality: 'medium' }));
      if (picture) {
        const canvas = h('canvas', { width: picture.width, height: picture.height, 'aria-hidden': 'true' });
        canvas.getContext('2d').drawImage(picture, 0, 0);
        chip.firstElementChild.replaceWith(canvas);
      }
    } catch {
      // a picture that the browser cannot draw keeps the sign of a file
    }
  }
}

customElements.define('tandem-picked', TandemPicked);

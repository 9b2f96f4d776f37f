import { bringsFiles, filesIn, kindOf, sizeOf } from '../chat/upload.js';
import { limits } from './api.js';
import { css, h, tell, uuid } from './dom.js';
import { DeskElement } from './look.js';
import { language, t } from './texts.js';

const sheet = css(`
  ul { display: flex; flex-wrap: wrap; gap: 6px; }
  ul:not(:empty) { margin-top: 6px; }
  li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; column-gap: 8px; align-items: center; max-width: 100%;
    border: 1px solid var(--line); border-radius: 8px; background: var(--paper); padding: 3px 4px 3px 10px; font-size: 13px; }
  b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  small { color: var(--ink-soft); font-size: 12.5px; }
  progress { grid-column: 1 / 3; width: 100%; height: 3px; accent-color: var(--accent); }
  li:not([data-state="coming"]) progress { display: none; }
  [data-state="failed"] { border-color: var(--bad); background: var(--bad-soft); }
  [data-state="failed"] small { color: var(--bad); grid-column: 1 / -1; grid-row: 2; padding-bottom: 3px; }
  .x { grid-column: 3; grid-row: 1; border: 0; background: none; padding: 2px 8px; }
  .again { grid-row: 1; padding: 1px 8px; font-size: 12.5px; }
  .add { margin-top: 6px; padding: 3px 10px; font-size: 13px; }
  :host([data-drop]) .add { border-style: dashed; border-color: var(--accent); color: var(--accent); background: var(--accent-soft); }
`);

/**
 * The files that go with a reply or a note: chosen, pasted into the box or dropped onto it. They go to the server at once
 * and wait there for the text; a reload keeps those that have arrived. Tells desk-files when something changes.
 */
class TandemFiles extends DeskElement {
  #desk;
  #key;
  #files = [];
  #limits = { fileSize: Infinity, messageSize: Infinity, files: Infinity }; // the server has the last word anyway
  #list = h('ul');
  #said = h('p', { class: 'sr', role: 'status' });
  #input = h('input', { type: 'file', multiple: true, hidden: true, tabindex: -1, onchange: () => this.#chosen() });

  constructor() {
    super(sheet);
  }

  /** @param desk the ticket's interface, key what tells this box from others, box the text's */
  open(desk, key, box) {
    this.#desk = desk;
    this.#key = `tandem-files:${key}`;
    this.#files = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
    this.#list.setAttribute('aria-label', t('attach.list'));
    const add = h('button', { type: 'button', class: 'add', 'data-action': 'attach', onclick: () => this.#input.click() }, t('attach.add'));
    this.shadowRoot.replaceChildren(this.#list, add, this.#input, this.#said);
    this.#listen(box);
    this.#draw();
    limits().then((known) => (this.#limits = known), () => {});
  }

  /** The server's ids of what goes with the text. */
  get ids() {
    return this.#files.filter((file) => file.id).map((file) => file.id);
  }

  /** Whether something is on its way or was refused: nothing is sent without what its writer sees. */
  get unsettled() {
    return this.#files.some((file) => !file.id);
  }

  sent() {
    this.#files = [];
    this.#changed();
  }

  #listen(box) {
    box.addEventListener('paste', (event) => {
      const files = bringsFiles(event.clipboardData) ? filesIn(event.clipboardData) : [];
      if (!files.length) return;
      event.preventDefault();
      this.#add(files);
    });
    const panel = box.parentElement;
    panel.addEventListener('dragover', (event) => this.#over(event));
    panel.addEventListener('dragleave', () => this.removeAttribute('data-drop'));
    panel.addEventListener('drop', (event) => {
      if (!this.#over(event)) return;
      this.removeAttribute('data-drop');
      this.#add(Array.from(event.dataTransfer.files));
    });
  }

  #over(event) {
    if (!bringsFiles(event.dataTransfer)) return false;
    event.preventDefault();
    this.setAttribute('data-drop', '');
    return true;
  }

  #chosen() {
    this.#add(Array.from(this.#input.files));
    this.#input.value = ''; // the same file can be chosen again
  }

  #add(chosen) {
    for (const content of chosen) {
      const file = { key: uuid(), name: content.name || 'file', size: content.size, type: content.type, content, progress: 0 };
      file.error = this.#tooMuch(file);
      this.#files.push(file);
      if (!file.error) this.#send(file);
    }
    this.#changed();
  }

  #tooMuch(file) {
    const { fileSize, messageSize, files } = this.#limits;
    const size = (bytes) => sizeOf(bytes, language);
    const others = this.#files.filter((each) => !each.error);
    if (file.size > fileSize) return t('attach.tooLarge', { size: size(file.size), most: size(fileSize) });
    if (others.reduce((sum, each) => sum + each.size, file.size) > messageSize) return t('attach.tooLargeTogether', { most: size(messageSize) });
    return others.length >= files ? t('attach.tooMany', { most: files }) : null;
  }

  async #send(file) {
    Object.assign(file, { error: null, again: false, stop: new AbortController() });
    try {
      const { id } = await this.#desk.upload(file, (progress) => this.#progress(file, progress), file.stop.signal);
      file.id = id;
    } catch (failure) {
      file.error = failure.message && failure.status ? failure.message : t('attach.failed.network');
      file.again = !(failure.status >= 400 && failure.status < 500);
      this.#said.textContent = `${file.name}: ${file.error}`;
    }
    this.#changed();
  }

  #progress(file, progress) {
    file.progress = progress;
    if (file.bar) file.bar.value = progress;
  }

  #remove(file) {
    file.stop?.abort();
    this.#files = this.#files.filter((each) => each !== file);
    this.#changed();
    this.shadowRoot.querySelector('.add').focus();
  }

  #changed() {
    const kept = this.#files.filter((file) => file.id).map(({ id, name, size, type }) => ({ id, name, size, type }));
    if (kept.length) sessionStorage.setItem(this.#key, JSON.stringify(kept));
    else sessionStorage.removeItem(this.#key);
    this.#draw();
    tell(this, 'desk-files');
  }

  #draw() {
    this.#list.replaceChildren(...this.#files.map((file) => this.#chip(file)));
  }

  #chip(file) {
    const state = file.error ? 'failed' : file.id ? 'there' : 'coming';
    file.bar = h('progress', { max: 1, value: file.progress ?? 0, 'aria-label': file.name });
    return h('li', { 'data-state': state },
      h('b', {}, file.name),
      h('small', {}, file.error ?? [kindOf(file), sizeOf(file.size, language)].filter(Boolean).join(' · ')),
      file.again && h('button', { type: 'button', class: 'again', onclick: () => { this.#send(file); this.#draw(); } }, t('attach.retry')),
      h('button', { type: 'button', class: 'x', 'data-action': 'remove-file', 'aria-label': t('attach.remove', file), title: t('attach.remove', file),
        onclick: () => this.#remove(file) }, '✕'),
      file.bar);
  }
}

customElements.define('tandem-files', TandemFiles);

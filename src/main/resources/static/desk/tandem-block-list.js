import { blocks } from './api.js';
import { css, h, uuid } from './dom.js';
import { DeskElement } from './look.js';
import { language as mine, nameOfLanguage, t } from './texts.js';

const sheet = css(`
  dialog { width: min(680px, calc(100vw - 24px)); max-height: calc(100vh - 48px); border: 0; border-radius: 14px; padding: 18px 20px;
    color: var(--ink); background: var(--paper); box-shadow: 0 16px 60px rgb(0 0 0 / .35); }
  dialog::backdrop { background: rgb(20 30 32 / .45); }
  header { display: flex; justify-content: space-between; gap: 10px; align-items: start; }
  h3 { font-size: 17px; font-weight: 600; }
  h4 { font-weight: 600; margin-top: 14px; }
  ul { display: grid; gap: 6px; margin-top: 10px; }
  li { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; border: 1px solid var(--line); border-radius: 8px;
    padding: 6px 10px; }
  li div { flex: 1 1 260px; min-width: 0; }
  li b { font-weight: 600; }
  li span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  li button, .row button { padding: 3px 10px; font-size: 13px; }
  form { display: grid; gap: 10px; margin-top: 12px; }
  label { display: grid; gap: 2px; font-size: 12.5px; color: var(--ink-soft); }
  input { font: inherit; color: inherit; border: 1px solid #8d999d; border-radius: 8px; padding: 7px 10px; width: 100%; }
  input, select, textarea { font-size: 14px; color: var(--ink); }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-top: 12px; }
  .message:empty { display: none; }
  .message { border-radius: 8px; padding: 6px 12px; background: var(--accent-soft); margin-top: 10px; }
  .message.bad { background: var(--bad-soft); color: #8c1d16; }
  .message button { margin-left: 10px; padding: 2px 10px; font-size: 13px; }
`);

const LANGUAGES = ['de', 'en'];

/** The shared list of text blocks in a dialog: everybody may write, change, delete and bring back. */
class TandemBlockList extends DeskElement {
  #dialog;
  #message;
  #body;

  constructor() {
    super(sheet);
  }

  async open() {
    if (!this.#dialog) this.#build();
    this.#dialog.showModal();
    await this.#list();
  }

  #build() {
    this.#message = h('p', { class: 'message', role: 'status' });
    this.#body = h('div');
    this.#dialog = h('dialog', { 'aria-labelledby': 'title', 'data-dialog': 'blocks',
      onclose: () => this.dispatchEvent(new Event('close')) },
      h('header', {},
        h('div', {}, h('h3', { id: 'title' }, t('blocks')), h('p', { class: 'soft' }, t('blocks.explain'))),
        this.#button('close-blocks', t('blocks.close'), () => this.#dialog.close())),
      this.#message, this.#body);
    // neither the box's form nor Tasklist may see keys that are meant for this dialog
    for (const name of ['keydown', 'keypress', 'keyup']) this.#dialog.addEventListener(name, (event) => event.stopPropagation());
    this.shadowRoot.replaceChildren(this.#dialog);
  }

  #button(action, words, onclick, more = {}) {
    return h('button', { type: 'button', 'data-action': action, onclick, ...more }, words);
  }

  async #list() {
    await this.#trying(async () => {
      const [all, deleted] = await Promise.all([blocks.all(), blocks.all(true)]);
      const write = this.#button('new-block', t('blocks.new'), () => this.#edit());
      write.classList.add('main');
      this.#body.replaceChildren(
        h('div', { class: 'row' }, write),
        all.length ? h('ul', {}, all.map((block) => this.#line(block))) : h('p', { class: 'soft' }, t('blocks.none')),
        ...(deleted.length ? [h('h4', {}, t('blocks.deletedOnes')),
          h('ul', { 'data-list': 'deleted' }, deleted.map((block) => this.#deletedLine(block)))] : []));
      write.focus();
    });
  }

  #words({ title, shortcut, language, text }) {
    return h('div', {}, h('b', {}, title),
      h('span', { class: 'soft', lang: language }, `/${shortcut} · ${nameOfLanguage(language)} · ${text}`));
  }

  #line(block) {
    const { title } = block;
    return h('li', { 'data-block': block.id }, this.#words(block),
      this.#button('change-block', '✎', () => this.#edit(block), { 'aria-label': t('blocks.change', { title }), title: t('blocks.change', { title }) }),
      this.#button('delete-block', '✕', () => this.#delete(block), { 'aria-label': t('blocks.delete', { title }), title: t('blocks.delete', { title }) }));
  }

  #deletedLine(block) {
    return h('li', { 'data-block': block.id }, this.#words(block),
      this.#button('bring-back', t('blocks.back'), () => this.#bringBack(block), { 'aria-label': `${t('blocks.back')}: ${block.title}` }));
  }

  #edit(block) {
    this.#say('');
    const id = block?.id ?? uuid(); // the same at a second try
    const field = (name, element) => Object.assign(element, { name });
    const title = field('title', h('input', { required: true, maxlength: 200, value: block?.title ?? '' }));
    const shortcut = field('shortcut', h('input', { required: true, maxlength: 40, pattern: '[\\p{L}\\p{M}\\p{N}_\\-]+',
      title: t('blocks.shortcut.hint'), autocomplete: 'off', value: block?.shortcut ?? '' }));
    const language = field('language', h('select', {}, LANGUAGES.map((code) => h('option', { value: code }, nameOfLanguage(code)))));
    language.value = block?.language ?? mine;
    const text = field('text', h('textarea', { required: true, rows: 6, maxlength: 10_000 }));
    text.value = block?.text ?? '';
    const save = h('button', { class: 'main', 'data-action': 'save-block' }, t('blocks.save'));
    this.#body.replaceChildren(h('form', { onsubmit: (event) => {
      event.preventDefault();
      this.#save({ id, version: block?.version, title: title.value, shortcut: shortcut.value.replace(/^\//, ''),
        language: language.value, text: text.value }, Boolean(block));
    } },
    h('label', {}, t('blocks.title'), title),
    h('div', { class: 'pair' },
      h('label', {}, t('blocks.shortcut'), shortcut, h('span', {}, t('blocks.shortcut.hint'))),
      h('label', {}, t('blocks.language'), language)),
    h('label', {}, t('blocks.text'), text, h('span', {}, t('blocks.placeholders'))),
    h('div', { class: 'row' }, save, this.#button('cancel-block', t('blocks.cancel'), () => this.#list()))));
    title.focus();
  }

  #save(block, known) {
    return this.#trying(async () => {
      await (known ? blocks.change(block) : blocks.write(block));
      await this.#list();
    });
  }

  #delete(block) {
    return this.#trying(async () => {
      await blocks.delete(block.id);
      await this.#list();
      this.#say(t('blocks.deleted', { title: block.title }), this.#button('undo-delete', t('blocks.undo'), () => this.#bringBack(block)));
    });
  }

  #bringBack(block) {
    return this.#trying(async () => {
      await blocks.bringBack(block.id);
      await this.#list();
    });
  }

  /** What fails is told; what was typed stays. */
  async #trying(act) {
    this.#say('');
    try {
      await act();
    } catch (failure) {
      this.#say(failure.status === 401 ? t('failed.login') : failure.message || t('failed.network'));
      this.#message.classList.add('bad');
    }
  }

  #say(words, ...more) {
    this.#message.classList.remove('bad');
    this.#message.replaceChildren(...(words ? [words, ...more] : []));
  }
}

customElements.define('tandem-block-list', TandemBlockList);

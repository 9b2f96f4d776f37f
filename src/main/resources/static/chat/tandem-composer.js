// Where the customer writes. Enter sends, Shift + Enter starts a new line; a draft survives a reload.
import { h, setText } from './dom.js';
import { icon } from './icons.js';
import './tandem-picked.js';
import { bringsFiles, filesIn } from './upload.js';

const MOST = 100_000;
// Such characters come along with pasted text, mean nothing to people, and the server refuses them.
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

export class TandemComposer extends HTMLElement {
  /** Set by the chat: where drafts are kept. */
  memory;
  #input = h('textarea', {
    rows: 1,
    enterkeyhint: 'send',
    autocomplete: 'off',
    id: 'words',
    'aria-describedby': 'too-long keys',
    onkeydown: (event) => this.#key(event),
    oninput: () => this.#typed(),
    onpaste: (event) => this.#pasted(event),
  });
  #label = h('label', { class: 'reader', for: 'words' });
  #send = h('button', { type: 'submit', 'data-action': 'send' }, icon('send'));
  #picked = h('tandem-picked', { hidden: true, onchange: () => this.#fit() });
  #file = h('input', { type: 'file', multiple: true, hidden: true, tabindex: -1, onchange: () => this.#chosen() });
  #attach = h(
    'button',
    { type: 'button', 'data-action': 'attach', onclick: () => this.#file.click() },
    icon('clip'),
  );
  #tooLong = h('p', { class: 'too-long', id: 'too-long', role: 'alert' });
  #keys = h('p', { class: 'keys', id: 'keys' });
  #t;
  #language;

  connectedCallback() {
    const submit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    const row = h('div', { class: 'row' }, this.#attach, this.#file, this.#label, this.#input, this.#send);
    this.#picked.memory = this.memory;
    this.append(h('form', { onsubmit: submit }, this.#picked, row), this.#tooLong, this.#keys);
    this.addEventListener('picked-removed', () => this.#input.focus());
    this.#input.value = this.memory.draft;
  }

  update(conversation, { t, language }) {
    this.#t = t;
    this.#language = language;
    setText(this.#label, t('composer.label'));
    setText(this.#keys, t('composer.keys'));
    this.#input.placeholder = t('composer.placeholder');
    this.#attach.setAttribute('aria-label', t('attach.add'));
    this.#attach.title = t('attach.add');
    this.#picked.update(conversation.uploads, { t, language });
    this.#send.setAttribute('aria-label', t('composer.send'));
    this.#send.title = t('composer.send');
    this.#fit();
  }

  focus() {
    this.#input.focus();
  }

  /** Takes what was dropped anywhere on the chat. */
  add(files) {
    this.#picked.add(files);
    this.#input.focus();
  }

  #chosen() {
    this.add(Array.from(this.#file.files));
    this.#file.value = ''; // the same file can be chosen again
  }

  #pasted(event) {
    const files = bringsFiles(event.clipboardData) ? filesIn(event.clipboardData) : [];
    if (files.length) {
      event.preventDefault();
      this.add(files);
    }
  }

  #typed() {
    this.memory.draft = this.#input.value.length > MOST ? '' : this.#input.value;
    this.#fit();
  }

  get #text() {
    const text = this.#input.value.replace(CONTROLS, '').trim();
    return text.toWellFormed ? text.toWellFormed() : text;
  }

  /** Grows with the text (a style property set by script is none of the CSP's business). */
  #fit() {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${this.#input.scrollHeight}px`;
    const length = this.#input.value.length;
    const number = (value) => value.toLocaleString(this.#language);
    const tooLong = length > MOST && this.#text.length > MOST;
    setText(this.#tooLong, tooLong ? this.#t('composer.tooLong', { most: number(MOST), now: number(length) }) : '');
    this.#input.setAttribute('aria-invalid', tooLong);
    this.#send.setAttribute('aria-disabled', tooLong || !(length || this.#picked.ready.length));
  }

  #key(event) {
    // While an input method composes, Enter picks a word and must not send.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      this.#submit();
    }
  }

  #submit() {
    const text = this.#text;
    if ((text || this.#picked.ready.length) && text.length <= MOST) {
      this.#input.value = '';
      this.memory.draft = '';
      const picked = this.#picked.take();
      this.#fit();
      this.dispatchEvent(new CustomEvent('chat-say', { bubbles: true, detail: { text, picked } }));
    }
    this.#input.focus();
  }
}

customElements.define('tandem-composer', TandemComposer);

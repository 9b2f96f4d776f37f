// Where the customer writes. Enter sends, Shift + Enter starts a new line; a draft survives a reload.
import { h, setText } from './dom.js';
import { icon } from './icons.js';

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
  });
  #label = h('label', { class: 'reader', for: 'words' });
  #send = h('button', { type: 'submit', 'data-action': 'send' }, icon('send'));
  #tooLong = h('p', { class: 'too-long', id: 'too-long', role: 'alert' });
  #keys = h('p', { class: 'keys', id: 'keys' });
  #t;
  #language;

  connectedCallback() {
    const submit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    this.append(h('form', { onsubmit: submit }, this.#label, this.#input, this.#send), this.#tooLong, this.#keys);
    this.#input.value = this.memory.draft;
  }

  update(conversation, { t, language }) {
    this.#t = t;
    this.#language = language;
    setText(this.#label, t('composer.label'));
    setText(this.#keys, t('composer.keys'));
    this.#input.placeholder = t('composer.placeholder');
    this.#send.setAttribute('aria-label', t('composer.send'));
    this.#send.title = t('composer.send');
    this.#fit();
  }

  focus() {
    this.#input.focus();
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
    this.#send.setAttribute('aria-disabled', tooLong || !length);
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
    if (text && text.length <= MOST) {
      this.#input.value = '';
      this.memory.draft = '';
      this.#fit();
      this.dispatchEvent(new CustomEvent('chat-send', { bubbles: true, detail: text }));
    }
    this.#input.focus();
  }
}

customElements.define('tandem-composer', TandemComposer);

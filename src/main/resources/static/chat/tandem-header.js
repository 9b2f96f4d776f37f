// The top line: whose chat it is, the language, a new matter, and closing where the chat floats.
import { h, setText } from './dom.js';
import { icon, mark } from './icons.js';
import { LANGUAGES } from './texts.js';

export class TandemHeader extends HTMLElement {
  #title;
  #service = h('span');
  #ticket = h('span');
  #subtitle = h('p', { class: 'subtitle' }, this.#service, this.#ticket);
  #languages = h('div', { class: 'languages', role: 'group' });
  #fresh = h(
    'button',
    { type: 'button', class: 'tool', 'data-action': 'new', onclick: () => this.#begin() },
    icon('fresh'),
    h('span'),
  );
  #close = h(
    'button',
    { type: 'button', class: 'tool', 'data-action': 'close', onclick: () => this.#tell('close') },
    icon('close'),
  );
  #question = h('p', { class: 'question', id: 'new-question' });
  #explain = h('p');
  #cancel = h('button', { type: 'button', class: 'secondary', onclick: () => this.#dialog.close() });
  #confirm = h('button', { type: 'button', class: 'primary', onclick: () => this.#confirmed() });
  #dialog = h(
    'dialog',
    { 'aria-labelledby': 'new-question' },
    this.#question,
    this.#explain,
    h('div', { class: 'choices' }, this.#cancel, this.#confirm),
  );
  #finished = false;

  /** Set by the chat before this is shown: 1 on our own page, 2 within others. */
  headingLevel = 2;
  closable = false;

  connectedCallback() {
    if (this.firstChild) {
      return; // only moved within the page
    }
    this.#title = h(`h${this.headingLevel}`, { class: 'title' });
    for (const language of LANGUAGES) {
      const choose = () => this.#tell('language', language);
      this.#languages.append(
        h(
          'button',
          { type: 'button', lang: language, 'data-language': language, onclick: choose },
          language.toUpperCase(),
          h('span', { class: 'reader' }),
        ),
      );
    }
    this.#close.hidden = !this.closable;
    this.append(
      mark(),
      h('div', { class: 'titles' }, this.#title, this.#subtitle),
      this.#fresh,
      this.#languages,
      this.#close,
      this.#dialog,
    );
  }

  update({ session, status, holder }, { t, language }) {
    this.#finished = holder === 'NOBODY';
    setText(this.#title, t('title'));
    const number = status?.number ?? session?.number;
    setText(this.#service, number ? `${t('subtitle')} · ` : t('subtitle'));
    this.#service.classList.toggle('service', !!number); // where room is scarce, the number matters more
    setText(this.#ticket, number ? t('ticket', { number }) : '');
    this.#languages.setAttribute('aria-label', t('language'));
    for (const button of this.#languages.children) {
      button.setAttribute('aria-pressed', button.dataset.language === language);
      setText(button.lastChild, ` ${t(`language.${button.dataset.language}`)}`);
    }
    this.#fresh.hidden = !session;
    this.#fresh.title = t('new');
    setText(this.#fresh.lastChild, t('new'));
    this.#close.setAttribute('aria-label', t('close'));
    setText(this.#question, t('new.question'));
    setText(this.#explain, t('new.explain', { number }));
    setText(this.#cancel, t('cancel'));
    setText(this.#confirm, t('new.confirm'));
  }

  /** Whoever still waits for an answer is asked first, for the way back is lost. */
  #begin() {
    if (this.#finished) {
      this.#tell('new');
    } else {
      this.#dialog.showModal();
    }
  }

  #confirmed() {
    this.#dialog.close();
    this.#tell('new');
  }

  #tell(action, detail) {
    this.dispatchEvent(new CustomEvent(`chat-${action}`, { bubbles: true, detail }));
  }
}

customElements.define('tandem-header', TandemHeader);

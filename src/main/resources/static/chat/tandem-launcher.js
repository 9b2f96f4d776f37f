// <tandem-launcher>: a button at the bottom right of any page, and the chat in a panel above it.
// Takes the attributes of <tandem-chat>, and its custom properties (see theme.js).
import { h } from './dom.js';
import { mark } from './icons.js';
import { launcherStyle } from './launcher-style.js';
import { Memory } from './memory.js';
import { HOME } from './tandem-chat.js';
import { chooseLanguage, loadTexts } from './texts.js';
import { theme } from './theme.js';

const PASSED_ON = ['server', 'name', 'lang', 'data-language'];

class TandemLauncher extends HTMLElement {
  #count = h('span', { class: 'count', 'aria-hidden': 'true', hidden: true });
  #button = h(
    'button',
    {
      type: 'button',
      class: 'launcher',
      'aria-expanded': 'false',
      'aria-haspopup': 'dialog',
      'data-action': 'open',
      onclick: () => this.open(),
    },
    mark(),
    this.#count,
  );
  #panel = h('div', { class: 'panel', role: 'dialog', hidden: true });
  #landmark = h('aside', { hidden: true }, this.#button, this.#panel);
  #chat;
  #t;
  #unread = 0;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [theme, launcherStyle];
    shadow.append(this.#landmark);
    this.#panel.addEventListener('keydown', (event) => event.key === 'Escape' && this.#escape(event));
    this.#panel.addEventListener('tandem-close', () => this.close());
    this.#panel.addEventListener('tandem-message', () => this.#arrived());
    this.#panel.addEventListener('tandem-language', ({ detail }) => this.#speak(detail.language));
  }

  connectedCallback() {
    const memory = new Memory(this.#server);
    const wanted = this.getAttribute('lang') ?? this.dataset.language;
    this.#speak(chooseLanguage(wanted, memory.language, ...navigator.languages));
    if (memory.session) {
      this.#mount(); // somebody may answer while the panel is closed
    }
  }

  open() {
    this.#mount();
    this.#panel.hidden = false;
    this.#button.hidden = true;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#unread = 0;
    this.#label();
    this.#chat.focus();
  }

  close() {
    this.#panel.hidden = true;
    this.#button.hidden = false;
    this.#button.setAttribute('aria-expanded', 'false');
    this.#button.focus();
  }

  get #server() {
    return (this.getAttribute('server') ?? HOME).replace(/\/$/, '');
  }

  #mount() {
    if (!this.#chat) {
      const attributes = PASSED_ON.filter((name) => this.hasAttribute(name)).map((name) => [
        name,
        this.getAttribute(name),
      ]);
      this.#chat = h('tandem-chat', { ...Object.fromEntries(attributes), closable: true });
      this.#panel.append(this.#chat);
    }
  }

  /** An open question inside the chat takes the first Escape. */
  #escape(event) {
    if (!event.composedPath().some((element) => element.localName === 'dialog')) {
      event.stopPropagation();
      this.close();
    }
  }

  #arrived() {
    if (this.#panel.hidden) {
      this.#unread++;
      this.#label();
    }
  }

  async #speak(language) {
    this.#t = await loadTexts(this.#server, language);
    this.#landmark.lang = language;
    this.#landmark.setAttribute('aria-label', this.#t('subtitle'));
    this.#panel.setAttribute('aria-label', this.#t('subtitle'));
    this.#landmark.hidden = false;
    this.#label();
  }

  #label() {
    this.#button.setAttribute(
      'aria-label',
      this.#unread ? this.#t('open.unread', { count: this.#unread }) : this.#t('open'),
    );
    this.#count.textContent = this.#unread;
    this.#count.hidden = !this.#unread;
  }
}

customElements.define('tandem-launcher', TandemLauncher);

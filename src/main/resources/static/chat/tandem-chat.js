// <tandem-chat>: the whole chat in one element.
// Attributes: server (default: where this file comes from), lang or data-language ("de", "en"; default: the browser's),
// name (the customer's), data-heading-level (default 2), closable (shows a button that fires "tandem-close").
// Events: tandem-language {language, title}, tandem-message {author} when somebody wrote to the customer, tandem-close.
import { Client } from './client.js';
import { Conversation } from './conversation.js';
import { h } from './dom.js';
import { Memory } from './memory.js';
import { chooseLanguage, loadTexts } from './texts.js';
import { sheets } from './styles.js';
import './tandem-composer.js';
import './tandem-header.js';
import './tandem-log.js';
import './tandem-matters.js';
import './tandem-notice.js';
import './tandem-rating.js';
import './tandem-status.js';
import { bringsFiles } from './upload.js';

/** The address that Tandem is served under, be it a host's root or a path below it. */
export const HOME = new URL('..', import.meta.url).href.replace(/\/$/, '');

export class TandemChat extends HTMLElement {
  static observedAttributes = ['lang', 'data-language'];

  #header = h('tandem-header');
  #status = h('tandem-status');
  #matters = h('tandem-matters', { hidden: true });
  #rating = h('tandem-rating');
  #log = h('tandem-log', {}, this.#rating);
  #notice = h('tandem-notice');
  #composer = h('tandem-composer');
  #root = h('div', { class: 'chat', 'aria-busy': 'true' });
  #server;
  #memory;
  #conversation;
  #language;
  #t;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = sheets;
    shadow.append(this.#root);
    this.#listen();
  }

  connectedCallback() {
    this.#server = (this.getAttribute('server') ?? HOME).replace(/\/$/, '');
    this.#memory = new Memory(this.#server);
    this.#composer.memory = this.#memory;
    const client = new Client(this.#server, () => this.#language);
    const opening = () => ({ language: this.#language, name: this.getAttribute('name') ?? undefined });
    this.#conversation = new Conversation(client, this.#memory, opening);
    this.#conversation.addEventListener('change', () => this.#update());
    this.#conversation.addEventListener('message', ({ detail }) => this.#arrived(detail));
    this.#speak(chooseLanguage(this.#wanted, this.#memory.language, ...navigator.languages));
    this.#conversation.start();
  }

  disconnectedCallback() {
    this.#conversation.stop();
  }

  attributeChangedCallback() {
    if (this.#conversation && this.#wanted) {
      this.#speak(chooseLanguage(this.#wanted));
    }
  }

  focus() {
    this.#composer.focus();
  }

  get #wanted() {
    return this.getAttribute('lang') ?? this.dataset.language;
  }

  async #speak(language) {
    this.#language = language;
    const t = await loadTexts(this.#server, language);
    if (language === this.#language) {
      this.#t = t;
      this.#root.lang = language;
      this.#build();
      this.#update();
      this.#tell('language', { language, title: t('pageTitle') });
    }
  }

  /** Not before there are words: a chat without labels serves nobody. */
  #build() {
    if (!this.#root.firstChild) {
      this.#header.headingLevel = Number(this.dataset.headingLevel ?? 2);
      this.#header.closable = this.hasAttribute('closable');
      this.#root.append(
        this.#header,
        this.#status,
        this.#matters,
        this.#log,
        h('div', { class: 'foot' }, this.#notice, this.#composer),
      );
      this.#root.setAttribute('aria-busy', 'false');
      this.#takeDrops();
    }
  }

  #listen() {
    const on = (action, listener) => this.#root.addEventListener(`chat-${action}`, listener);
    const say = ({ detail, target }) => {
      this.#conversation.send(detail);
      this.#log.toNewest();
      if (target !== this.#composer) {
        this.#log.focus(); // the example or the choice that was pressed is gone
      }
    };
    on('send', say);
    on('say', ({ detail }) => {
      this.#conversation.send(detail.text, detail.picked);
      this.#log.toNewest();
    });
    on('download', ({ detail }) => this.#conversation.download(detail));
    on('without', ({ detail }) => this.#conversation.sendWithoutBadFile(detail));
    on('choose', say);
    on('human', () => this.#conversation.askForPerson(this.#t('humanRequest')));
    on('retry', ({ detail }) => this.#conversation.outbox.retry(detail));
    on('discard', ({ detail }) => this.#conversation.discard(detail));
    on('feedback', async ({ detail, target }) => {
      await this.#conversation.feedback(detail.message, detail.helped);
      target.judged?.focus();
    });
    on('rate', ({ detail }) => this.#conversation.rate(detail.score, detail.comment));
    on('matter', ({ detail }) => {
      this.#conversation.goTo(detail);
      this.#log.focus(); // the button that was pressed is gone
    });
    on('dismiss', () => this.#conversation.dismissNotice());
    on('close', () => this.#tell('close'));
    on('new', () => {
      this.#conversation.startNew();
      this.#composer.focus();
    });
    on('language', ({ detail }) => {
      this.#memory.language = detail;
      this.#speak(detail);
    });
  }

  /** Files can be dropped anywhere on the chat. */
  #takeDrops() {
    const over = (event) => {
      if (bringsFiles(event.dataTransfer)) {
        event.preventDefault();
        this.#root.dataset.drop = this.#t('attach.drop');
      }
    };
    const away = ({ relatedTarget }) => this.#root.contains(relatedTarget) || delete this.#root.dataset.drop;
    this.#root.addEventListener('dragover', over);
    this.#root.addEventListener('dragleave', away);
    this.#root.addEventListener('drop', (event) => {
      delete this.#root.dataset.drop;
      if (bringsFiles(event.dataTransfer)) {
        event.preventDefault();
        this.#composer.add(Array.from(event.dataTransfer.files));
      }
    });
  }

  #update() {
    if (this.#t && this.#root.firstChild) {
      this.#root.dataset.holder = this.#conversation.holder;
      const context = { t: this.#t, language: this.#language, server: this.#server };
      for (const part of [this.#header, this.#status, this.#matters, this.#log, this.#rating, this.#notice, this.#composer]) {
        part.update(this.#conversation, context);
      }
    }
  }

  #arrived({ author }) {
    if (author !== 'customer') {
      this.#log.arrived();
      this.#tell('message', { author });
    }
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(`tandem-${event}`, { bubbles: true, composed: true, detail }));
  }
}

customElements.define('tandem-chat', TandemChat);

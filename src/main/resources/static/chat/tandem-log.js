// What was said, oldest first, with the greeting before it and the example questions until the first word.
import { h, setText } from './dom.js';
import { icon } from './icons.js';
import './tandem-message.js';
import { regionOf } from './texts.js';

const EXAMPLES = [1, 2, 3, 4];
const NEAR = 60; // pixels from the end that still count as reading the newest
const GAP = 20; // pixels above the start of a long answer

export class TandemLog extends HTMLElement {
  #welcome = h('p', { class: 'welcome' });
  #list = h('div', { role: 'log', 'aria-live': 'polite', class: 'list' });
  #examplesLabel = h('p', { id: 'examples' });
  #examples = h('div', { class: 'examples', role: 'group', 'aria-labelledby': 'examples' });
  #working = h('p', { class: 'working', role: 'status' });
  #content = h('div', { class: 'content' }, this.#welcome, this.#list, this.#examples, this.#working);
  #scroller = h('section', { class: 'scroller', tabindex: 0, onscroll: () => this.#scrolled() }, this.#content);
  #newest = h(
    'button',
    { type: 'button', class: 'newest', hidden: true, onclick: () => this.toNewest() },
    icon('arrow'),
    h('span'),
  );
  #nodes = new Map();
  #atNewest = true;
  #atEnd = false;
  #top = 0;
  #started = false;

  connectedCallback() {
    if (this.contains(this.#scroller)) {
      return; // only moved within the page
    }
    this.#content.append(...this.childNodes); // the rating scrolls with the messages
    this.append(this.#scroller, this.#newest);
    const observer = new ResizeObserver(() => this.#started && this.#atNewest && this.toNewest());
    observer.observe(this.#scroller);
    observer.observe(this.#content);
  }

  update(conversation, context) {
    const { t } = context;
    this.#started = conversation.holder !== 'NONE';
    this.#welcome.hidden = this.#examples.hidden = this.#started;
    setText(this.#welcome, t('welcome'));
    this.#scroller.setAttribute('aria-label', t('conversation'));
    this.#list.setAttribute('aria-busy', !conversation.loaded);
    this.#showExamples(t);
    this.#showMessages(conversation, context);
    this.#showWorking(conversation.working, t);
    setText(this.#newest.lastChild, t('newMessages'));
  }

  /** To the end; but whoever gets an answer longer than the window reads it from its start, and never jumps back. */
  toNewest() {
    const { scrollHeight, clientHeight, scrollTop } = this.#scroller;
    const end = scrollHeight - clientHeight;
    this.#scroller.scrollTop = this.#atEnd ? end : Math.min(end, Math.max(scrollTop, this.#startOfAnswer() ?? end));
    this.#atNewest = true;
    this.#newest.hidden = true;
  }

  /** Where the last message begins, if somebody else wrote it and nothing has come after it. */
  #startOfAnswer() {
    const last = this.#list.lastElementChild;
    const rating = this.#content.querySelector('tandem-rating:not([hidden])');
    if (!last.matches('[data-author="bot"], [data-author="agent"]') || rating || this.#working.childNodes.length) {
      return null;
    }
    const above = last.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
    return this.#scroller.scrollTop + above - GAP;
  }

  /** Somebody else wrote: do not tear away whoever reads further up. */
  arrived() {
    this.#atEnd = false;
    this.#newest.hidden = this.#atNewest;
  }

  focus() {
    this.#scroller.focus({ preventScroll: true });
  }

  /** Only a move upwards leaves the newest; being left behind by what has just been added does not. */
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    this.#atEnd = near;
    this.#atNewest = near || (this.#atNewest && scrollTop >= this.#top);
    this.#top = scrollTop;
    this.#newest.hidden ||= this.#atNewest;
  }

  #showExamples(t) {
    const key = t('examples');
    if (this.#examplesLabel.textContent !== key) {
      this.#examplesLabel.textContent = key;
      const buttons = EXAMPLES.map((number) => {
        const question = t(`example.${number}`);
        const ask = () => this.dispatchEvent(new CustomEvent('chat-send', { bubbles: true, detail: question }));
        return h(
          'button',
          { type: 'button', 'data-action': 'example', onclick: ask },
          h('span', {}, question),
          icon('example'),
        );
      });
      this.#examples.replaceChildren(this.#examplesLabel, ...buttons);
    }
  }

  #showMessages(conversation, context) {
    const greeting = { id: 'greeting', author: 'bot', position: -1, text: context.t('greeting') };
    const progress = (item, file) => (item.taken ? 1 : conversation.uploads.progress(file));
    const unsent = conversation.outbox.texts.map((item) => ({
      ...item,
      author: 'customer',
      files: item.files?.map((file) => ({ ...file, progress: progress(item, file) })),
    }));
    const wanted = [];
    let before = {};
    for (const message of [greeting, ...this.#continued(conversation, context), ...conversation.messages, ...unsent]) {
      const day = dayOf(message, before, context);
      if (day) {
        wanted.push(
          this.#node(
            `day ${message.at}`,
            () => h('p', { class: 'day' }),
            (node) => setText(node, day),
          ),
        );
      }
      const follows =
        !day && before.author === message.author && before.name === message.name && before.position !== -1;
      wanted.push(
        this.#node(
          message.clientId ?? message.id,
          () => h('tandem-message'),
          (node) =>
            node.update(message, {
              ...context,
              previews: conversation.previews,
              ticketLanguage: languageOf(message, conversation, context),
              follows,
              asksFeedback: conversation.asksFeedback(message),
              choices: conversation.choices(message),
            }),
        ),
      );
      before = message;
    }
    wanted.forEach((node, index) => {
      if (this.#list.children[index] !== node) {
        this.#list.insertBefore(node, this.#list.children[index] ?? null);
      }
    });
    while (this.#list.children.length > wanted.length) {
      this.#list.lastChild.remove();
    }
  }

  #continued({ session }, { t }) {
    const why = session?.merged ? 'merged' : session?.continued ? 'continued' : null;
    return why ? [{ id: `${why} ${session.ticket}`, author: 'system', position: -2, text: t(why, session) }] : [];
  }

  #node(key, create, update) {
    const node = this.#nodes.get(key) ?? create();
    this.#nodes.set(key, node);
    update(node);
    return node;
  }

  #showWorking(working, t) {
    if (working && !this.#working.childNodes.length) {
      this.#working.append(h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), h('span'));
    } else if (!working) {
      this.#working.replaceChildren();
    }
    if (working) {
      setText(this.#working.lastChild, t('working'));
    }
  }
}

/** Our own words are in the page's language, all others in the ticket's. */
function languageOf(message, { status }, { language }) {
  return message.position > 0 ? (status?.language ?? language) : language;
}

/** The day's name where a new one begins; today needs none at the top. */
function dayOf(message, before, { t, language }) {
  const day = (at) => new Date(at).toDateString();
  const today = day(Date.now());
  if (!message.at || day(message.at) === day(before.at ?? Date.now())) {
    return null;
  }
  const yesterday = day(Date.now() - 86_400_000);
  const names = { [today]: t('today'), [yesterday]: t('yesterday') };
  const long = { weekday: 'long', day: 'numeric', month: 'long' };
  return names[day(message.at)] ?? new Date(message.at).toLocaleDateString(regionOf(language), long);
}

customElements.define('tandem-log', TandemLog);

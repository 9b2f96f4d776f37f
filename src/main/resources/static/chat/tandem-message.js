// One message: who wrote it (in words too, for readers), what, when, the sources, what there is to choose from, and what
// the customer thinks of it.
import { h } from './dom.js';
import { icon } from './icons.js';
import './tandem-files.js';
import { regionOf } from './texts.js';

export class TandemMessage extends HTMLElement {
  #shown = '';

  /**
   * @param message as the server or the outbox has it
   * @param context {t, language, ticketLanguage, server, previews, follows: the same author wrote just before,
   *   asksFeedback, choices}
   */
  update(message, context) {
    const { t, asksFeedback, choices, follows, language, ticketLanguage } = context;
    const shown = JSON.stringify([message, asksFeedback, choices, follows, language, ticketLanguage]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.dataset.author = message.author;
    this.dataset.state = message.failed ? 'failed' : message.position ? 'sent' : 'sending';
    this.toggleAttribute('data-follows', follows);
    this.replaceChildren(
      ...(follows ? [] : [this.#avatar(message), this.#byline(message, context)].filter(Boolean)),
      ...[
        (message.text || message.html) && this.#bubble(message, context),
        this.#files(message, context),
        this.#sources(message, t, context.server),
        this.#choices(choices, t, ticketLanguage),
        this.#feedback(message, t, asksFeedback),
        this.#delivery(message, t),
      ].filter(Boolean),
    );
  }

  #avatar({ author, name }) {
    if (author === 'bot') {
      return h('span', { class: 'avatar', 'aria-hidden': 'true' }, icon('bot'));
    }
    return author === 'agent' && h('span', { class: 'avatar', 'aria-hidden': 'true' }, name ? name[0] : icon('person'));
  }

  #byline({ author, name, at }, { t, language }) {
    if (author === 'system') {
      return null;
    }
    const time = at && new Date(at).toLocaleTimeString(regionOf(language), { hour: '2-digit', minute: '2-digit' });
    return h(
      'p',
      { class: 'byline' },
      author === 'bot' &&
        h('span', { class: 'name', 'aria-hidden': 'true' }, t('bot'), h('span', { class: 'tag' }, t('botTag'))),
      author === 'agent' && h('span', { class: 'name', 'aria-hidden': 'true' }, name ?? ''),
      time && h('time', { datetime: at }, time),
    );
  }

  #bubble({ author, name, text, html }, { t, ticketLanguage, server }) {
    const words = h('div', { class: 'words', lang: author === 'customer' ? null : ticketLanguage });
    if (html && author !== 'customer' && author !== 'agent') {
      // The server has made it safe; where the browser has a sanitizer of its own, it is a second lock.
      words.setHTML ? words.setHTML(html) : (words.innerHTML = html);
      words.querySelectorAll('a[href]').forEach((link) => openOutside(link, server));
    } else {
      words.textContent = text;
    }
    const reader = h('span', { class: 'reader' }, `${t(`author.${author}`, { agent: name ?? '' })}: `);
    return h('div', { class: 'bubble' }, reader, words);
  }

  /** As the server has them, or on their way to it. */
  #files({ author, name, text, attachments, files }, context) {
    const shown = attachments ?? files ?? [];
    if (!shown.length) {
      return null;
    }
    const list = h('tandem-files');
    list.update(shown, context);
    if (!text) {
      list.prepend(h('span', { class: 'reader' }, `${context.t(`author.${author}`, { agent: name ?? '' })}: `));
    }
    return list;
  }

  #sources({ sources }, t, server) {
    if (!sources?.length) {
      return null;
    }
    const links = sources.map(({ title, url }) => {
      const link = h(
        'a',
        { href: url, class: 'source' },
        icon('source'),
        h('span', {}, title),
        h('span', { class: 'reader' }, ` ${t('source.newTab')}`),
      );
      openOutside(link, server);
      return link;
    });
    return h('p', { class: 'sources' }, h('span', {}, t(sources.length > 1 ? 'sources' : 'source')), ...links);
  }

  /** To choose is to say it: the title becomes the customer's message. */
  #choices(choices, t, lang) {
    const buttons = choices.map(({ title }) => this.#button(null, title, 'choose', title));
    buttons.forEach((button) => (button.lang = lang));
    return buttons.length && h('div', { class: 'choice', role: 'group', 'aria-label': t('choice.label') }, ...buttons);
  }

  #feedback(message, t, asked) {
    if (typeof message.helped === 'boolean') {
      return h(
        'p',
        { class: 'judged', tabindex: -1, 'data-helped': String(message.helped) },
        icon(message.helped ? 'up' : 'down'),
        t(message.helped ? 'feedback.saidHelped' : 'feedback.saidNotHelped'),
      );
    }
    return (
      asked &&
      h(
        'div',
        { class: 'feedback', role: 'group', 'aria-label': t('feedback.label') },
        this.#button('up', t('feedback.helped'), 'feedback', { message, helped: true }),
        this.#button('down', t('feedback.notHelped'), 'feedback', { message, helped: false }),
      )
    );
  }

  #delivery(message, t) {
    if (message.failed) {
      return h(
        'p',
        { class: 'delivery' },
        icon('notice'),
        h('span', {}, t('error.notSent')),
        this.#button(null, t('error.retry'), 'retry', message),
        message.badFile &&
          (message.text || message.files.length > 1) &&
          this.#button(null, t('attach.discard'), 'without', message),
        this.#button(null, t('error.discard'), 'discard', message),
      );
    }
    return !message.position && !message.taken && h('p', { class: 'delivery' }, t('sending'));
  }

  #button(symbol, label, action, detail) {
    const press = () => this.dispatchEvent(new CustomEvent(`chat-${action}`, { bubbles: true, detail }));
    return h(
      'button',
      { type: 'button', 'data-action': action, onclick: press },
      symbol && icon(symbol),
      h('span', {}, label),
    );
  }

  /** The words that took the place of the two buttons, and should take their focus. */
  get judged() {
    return this.querySelector('.judged');
  }
}

/** Addresses are meant as seen from the server, not from the page that embeds the chat. */
function openOutside(link, server) {
  try {
    link.href = new URL(link.getAttribute('href'), `${server}/`).href;
  } catch {
    link.removeAttribute('href');
  }
  link.target = '_blank';
  link.rel = 'noopener';
}

customElements.define('tandem-message', TandemMessage);

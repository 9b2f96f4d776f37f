// The page behind a link under a message. Opening it changes nothing: mail scanners open every link. Only the press counts.
import { h } from '/chat/dom.js';
import { chooseLanguage } from '/chat/texts.js';
import { pressed, offered, wordsIn } from './presses.js';

const SCORES = [5, 4, 3, 2, 1];

class TandemPress extends HTMLElement {
  #link;
  #t;

  async connectedCallback() {
    addEventListener('hashchange', () => this.#open());
    await this.#open();
  }

  async #open() {
    const [, key, press] = /^#([\w-]+)\.([\w:-]+)$/.exec(location.hash) ?? [];
    this.#link = { key, press };
    await this.#speak(chooseLanguage(...navigator.languages));
    try {
      const offer = await offered(this.#link);
      await this.#speak(chooseLanguage(offer.language));
      this.#ask(offer);
    } catch (failure) {
      this.#failed(failure, () => this.#open());
    }
  }

  async #speak(language) {
    this.#t = await wordsIn(language);
    document.documentElement.lang = language;
    document.title = this.#t('title');
  }

  #ask(offer) {
    const t = this.#t;
    const form = h(
      'form',
      { novalidate: true, onsubmit: (event) => this.#press(event, offer) },
      ...(offer.kind === 'rate' ? this.#rating(offer.score) : []),
      h('button', { type: 'submit' }, t(`${offer.kind}.button`)),
    );
    this.#show(t(`${offer.kind}.heading`, { choice: offer.choice ?? '' }), t(`${offer.kind}.text`), form);
  }

  #rating(chosen) {
    const t = this.#t;
    const score = (value) =>
      h(
        'label',
        { class: 'score' },
        h('input', { type: 'radio', name: 'score', value, checked: value === chosen }),
        t(`rate.${value}`),
      );
    return [
      h('fieldset', {}, h('legend', {}, t('rate.legend')), ...SCORES.map(score)),
      h('label', { for: 'comment' }, t('rate.comment')),
      h('textarea', { id: 'comment', name: 'comment', rows: 3, maxlength: 4000 }),
    ];
  }

  async #press(event, offer) {
    event.preventDefault();
    const data = new FormData(event.target);
    const rating = offer.kind === 'rate' && {
      score: Number(data.get('score')),
      comment: data.get('comment').trim() || undefined,
    };
    event.target.querySelector('button').disabled = true;
    try {
      this.#told(await pressed({ ...this.#link, ...rating }));
    } catch (failure) {
      this.#failed(failure, () => this.#ask(offer));
    }
  }

  #told({ done, text }) {
    this.#show(this.#t(done ? 'done' : 'over'), text, h('p', { class: 'hint' }, this.#t('close')));
    this.dataset.state = done ? 'done' : 'over';
  }

  #failed(failure, again) {
    const retry = failure.final ? null : h('button', { type: 'button', onclick: again }, this.#t('again'));
    this.#show(this.#t('failed'), failure.message || this.#t('offline'), retry);
    this.dataset.state = 'failed';
  }

  /** The heading takes the focus, so that whoever listens hears what changed. */
  #show(heading, text, ...more) {
    const first = !this.hasChildNodes();
    const title = h('h1', { tabindex: -1 }, heading);
    this.dataset.state = 'asking';
    this.replaceChildren(
      h('header', {}, h('img', { src: '/favicon.svg', alt: '', width: 44, height: 44 }), title),
      h('p', {}, text),
      ...more.filter(Boolean),
    );
    if (!first) {
      title.focus();
    }
  }
}

customElements.define('tandem-press', TandemPress);

// How was it? Five points and a comment; nothing counts before the button is pressed.
import { h, setText } from './dom.js';
import { icon } from './icons.js';

const SCORES = [1, 2, 3, 4, 5];

export class TandemRating extends HTMLElement {
  #form;
  #thanks;
  #error;
  #button;
  #language;

  update({ status, holder }, { t, language }) {
    const given = status?.rating?.given ?? null;
    const asked = !!status?.rating?.asked && given === null;
    this.hidden = !asked && (given === null || holder !== 'NOBODY');
    this.dataset.state = given !== null ? 'given' : 'asked';
    if (this.#language !== language) {
      this.#language = language;
      this.#build(t);
    }
    const pressed = !asked && this.#form.matches(':focus-within');
    this.#form.hidden = !asked;
    this.#thanks.hidden = asked;
    setText(
      this.#thanks.lastChild,
      given === null ? '' : `${t('rating.thanks')} ${t('rating.yours', { score: given })}`,
    );
    if (!asked) {
      this.#form.reset();
    }
    if (pressed) {
      this.#thanks.focus();
    }
  }

  /** Built once a language, so that a choice and a comment outlive every change around them. */
  #build(t) {
    const score = (value) => {
      const label = t('rating.score', { score: value, label: t(`rating.${value}`) });
      return h(
        'label',
        { class: 'score', title: t(`rating.${value}`), 'data-score': value },
        h('input', { type: 'radio', name: 'score', value, 'aria-label': label }),
        icon(`face${value}`),
      );
    };
    const ends = h(
      'p',
      { class: 'ends', 'aria-hidden': 'true' },
      h('span', {}, t('rating.1')),
      h('span', {}, t('rating.5')),
    );
    this.#error = h('p', { class: 'error', role: 'alert' });
    this.#button = h('button', { type: 'submit', class: 'primary', 'data-action': 'rate' }, t('rating.send'));
    this.#form = h(
      'form',
      { novalidate: true, onsubmit: (event) => this.#submit(event, t) },
      h(
        'fieldset',
        { role: 'radiogroup' },
        h('legend', {}, t('rating.question')),
        h('div', { class: 'scores' }, ...SCORES.map(score)),
        ends,
      ),
      h(
        'label',
        { class: 'comment' },
        h('span', {}, t('rating.comment')),
        h('textarea', { name: 'comment', rows: 2, maxlength: 4000 }),
      ),
      this.#error,
      h('div', { class: 'send' }, h('p', {}, t('rating.hint')), this.#button),
    );
    this.#thanks = h('p', { class: 'thanks', role: 'status', tabindex: -1 }, icon('done'), h('span'));
    this.replaceChildren(this.#form, this.#thanks);
  }

  #submit(event, t) {
    event.preventDefault();
    const data = new FormData(this.#form);
    const score = Number(data.get('score'));
    setText(this.#error, score ? '' : t('rating.choose'));
    if (score) {
      this.dispatchEvent(
        new CustomEvent('chat-rate', { bubbles: true, detail: { score, comment: data.get('comment').trim() } }),
      );
    } else {
      this.#form.elements.score[0].focus();
    }
  }
}

customElements.define('tandem-rating', TandemRating);

import { css, h } from './dom.js';
import { DeskElement } from './look.js';
import { nameOfLanguage, t, word } from './texts.js';
import { dateOf, timeOf } from './time.js';

const sheet = css(`
  section { background: var(--ground); border: 1px solid var(--line); border-radius: var(--radius); padding: 12px 16px; }
  h4 { font-size: 16px; font-weight: 600; line-height: 1.35; }
  .wants { font-size: 15px; margin-top: 2px; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; margin-top: 10px; }
  dt { color: var(--ink-soft); }
  .facts { display: flex; flex-wrap: wrap; gap: 6px; }
  .facts li { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 0 8px; }
  .facts b { font-weight: 600; user-select: all; }
`);

/** What an agent must know before reading a word of the conversation, so that nobody has to repeat anything. */
class TandemBrief extends DeskElement {
  constructor() {
    super(sheet);
  }

  set ticket({ brief, language }) {
    this.shadowRoot.replaceChildren(
      h('section', { 'aria-label': t('brief') },
        brief ? this.#content(brief, language) : h('p', { class: 'soft' }, t('brief.missing'))));
  }

  #content(brief, language) {
    const rows = [
      ['brief.reason', brief.reason],
      ['brief.tried', brief.tried?.length && this.#tried(brief.tried)],
      ['brief.facts', brief.facts?.length && this.#facts(brief.facts)],
      ['brief.mood', this.#mood(brief, language)],
      ['brief.earlier', brief.earlier?.length ? this.#earlier(brief.earlier) : t('brief.earlier.none')],
    ];
    return [
      h('h4', { lang: language }, brief.matter),
      brief.wants && h('p', { class: 'wants', lang: language }, brief.wants),
      h('dl', {}, rows.filter(([, value]) => value).flatMap(([key, value]) => [h('dt', {}, t(key)), h('dd', {}, value)])),
    ];
  }

  #tried(articles) {
    return h('ul', {}, articles.map(({ title, url, at }) =>
      h('li', {}, h('a', { href: url, target: '_blank', rel: 'noopener' }, title), at && h('span', { class: 'soft' }, ` ${timeOf(at)}`))));
  }

  #facts(facts) {
    return h('ul', { class: 'facts' }, facts.map(({ kind, value }) =>
      h('li', {}, h('span', { class: 'soft' }, `${word('fact', kind)} `), h('b', {}, value))));
  }

  #mood(brief, language) {
    return [brief.mood && word('mood', brief.mood), nameOfLanguage(brief.language ?? language)].filter(Boolean).join(' · ');
  }

  #earlier(tickets) {
    return h('ul', {}, tickets.map(({ number, openedAt, topic, resolution, rating }) =>
      h('li', {}, [`#${number}`, dateOf(openedAt), topic, resolution && word('resolution', resolution),
        rating && t('brief.rating', { rating })].filter(Boolean).join(' · '))));
  }
}

customElements.define('tandem-brief', TandemBrief);

import { addressOf } from './api.js';
import { copy, css, h } from './dom.js';
import { DeskElement } from './look.js';
import { nameOfLanguage, t, word } from './texts.js';
import { dateOf, timeOf } from './time.js';

const sheet = css(`
  section { background: var(--ground); border: 1px solid var(--line); border-radius: var(--radius); padding: 12px 16px; }
  h4 { font-size: 16px; font-weight: 600; line-height: 1.35; overflow-wrap: anywhere; }
  blockquote { margin: 4px 0 0; padding-left: 10px; border-left: 3px solid var(--line); overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; margin-top: 10px; }
  dd { overflow-wrap: anywhere; }
  dt { color: var(--ink-soft); }
  .facts { display: flex; flex-wrap: wrap; gap: 6px; }
  .facts button { padding: 0 8px; border-radius: 6px; border-color: var(--line); text-align: left; }
  .facts b { font-weight: 600; }
  /* two sheets, the sign for copying: no font need have it */
  .facts button::after { content: ''; display: inline-block; width: 7px; height: 9px; margin: 0 3px 0 8px; border-radius: 2px;
    border: 1px solid var(--ink-soft); box-shadow: 2px -2px 0 0 var(--paper), 2px -2px 0 1px var(--ink-soft); }
  .ask { display: flex; flex-wrap: wrap; gap: 6px; }
  .ask li { border: 1px dashed #8a6100; color: #6b4b00; border-radius: 6px; padding: 0 8px; }
  .bad { color: var(--bad); }
  @container (max-width: 420px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 6px; } }
`);

/** What an agent must know before reading a word of the conversation, so that nobody has to repeat anything. */
class TandemBrief extends DeskElement {
  #said = h('p', { class: 'sr', role: 'status' });

  constructor() {
    super(sheet);
  }

  set ticket({ brief, language, task }) {
    this.shadowRoot.replaceChildren(
      h('section', { 'aria-label': t('brief') },
        brief ? this.#content(brief, language, task) : h('p', { class: 'soft' }, t('brief.missing'))), this.#said);
  }

  #content(brief, language, task) {
    const rows = [
      ['brief.wants', brief.wants && h('span', { lang: language }, brief.wants)],
      ['brief.topic', brief.topic],
      ['brief.reason', brief.reason],
      ['brief.tried', brief.tried?.length && this.#tried(brief.tried, language)],
      ['brief.asked', brief.askedBack?.length && this.#asked(brief.askedBack, language)],
      ['brief.facts', brief.facts?.length && this.#facts(brief.facts)],
      ['brief.files', brief.attachments?.length && this.#files(task, brief.attachments)],
      ['brief.ask', brief.stillToAsk?.length && this.#stillToAsk(brief.stillToAsk)],
      ['brief.mood', this.#mood(brief, language)],
      ['brief.earlier', brief.earlier?.length ? this.#earlier(brief.earlier) : t('brief.earlier.none')],
    ];
    return [
      ...this.#matter(brief, language),
      h('dl', {}, rows.filter(([, value]) => value).flatMap(([key, value]) => [h('dt', {}, t(key)), h('dd', {}, value)])),
    ];
  }

  /** The customer's own sentence always stands here: a machine's summary is an offer. */
  #matter({ summary, matter }, language) {
    if (!matter && !summary) return [h('h4', {}, t('brief.nowords'))];
    if (!summary) return [h('h4', { lang: language }, matter)];
    return [h('h4', { lang: language }, summary), h('p', { class: 'soft' }, t('brief.summary')), h('blockquote', { lang: language }, matter)];
  }

  #tried(articles, language) {
    return h('ul', {}, articles.map(({ title, url, at, helped }) =>
      h('li', {}, h('a', { href: url, target: '_blank', rel: 'noopener', lang: language }, title),
        at && h('span', { class: 'soft' }, ` ${timeOf(at)}`),
        typeof helped === 'boolean' && h('span', { class: helped ? 'soft' : 'bad' }, ` · ${t(helped ? 'brief.helped' : 'brief.nothelped')}`))));
  }

  #asked([first, second], language) {
    return h('span', { lang: language }, second ? t('brief.asked.between', { first, second }) : first);
  }

  #facts(facts) {
    return h('ul', { class: 'facts' }, facts.map(({ kind, value }) => {
      const name = word('fact', kind);
      return h('li', {}, h('button', { type: 'button', 'data-fact': kind, title: t('brief.copy', { kind: name, value }),
        'aria-label': t('brief.copy', { kind: name, value }), onclick: () => this.#copy(value) },
        h('span', { class: 'soft' }, `${name} `), h('b', {}, value)));
    }));
  }

  async #copy(value) {
    await copy(value);
    this.#said.textContent = t('brief.copied', { value });
  }

  #files(task, files) {
    return h('ul', { class: 'facts' }, files.map((file) =>
      h('li', {}, h('a', { href: addressOf(task, file), download: file.name, title: t('attach.download', file) }, file.name))));
  }

  #stillToAsk(needs) {
    return h('ul', { class: 'ask' }, needs.map((need) => h('li', { 'data-need': need }, word('need', need))));
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

import { css, h } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';
import { fromNow, momentOf } from './time.js';

const sheet = css(`
  div { display: grid; gap: 8px; }
  blockquote { margin: 0; padding: 8px 12px; background: var(--note); border-left: 3px solid #d3b03c; border-radius: 6px; color: var(--ink); }
  blockquote b { display: block; font-weight: 600; font-size: 12.5px; color: var(--note-ink); }
  blockquote p { white-space: pre-wrap; overflow-wrap: anywhere; }
  ul { display: flex; flex-wrap: wrap; gap: 4px 14px; color: var(--ink-soft); font-size: 12.5px; }
  .late { color: var(--bad); font-weight: 600; }
`);

/** What colleagues say to one another, before everything else: a word on passing it on, a question, its answer. */
class TandemColleague extends DeskElement {
  constructor() {
    super(sheet);
  }

  set together({ kind, passedOn, asked, answer, questions }) {
    const words = [
      passedOn && word('passed', t('together.passed', passedOn), passedOn.text),
      asked && word('asked', t(kind === 'mention' ? 'together.mentioned' : 'together.asked', asked), asked.text),
      answer && word('answer', t('together.answered', answer), answer.text),
      kind === 'outcome' && !answer && h('p', {}, t('together.outcome.none')),
      questions.length > 0 && kind === 'ticket' && h('ul', { 'aria-label': t('together.questions') }, questions.map(open)),
    ].filter(Boolean);
    this.hidden = !words.length;
    this.shadowRoot.replaceChildren(h('div', {}, words));
  }
}

function word(what, title, text) {
  return h('blockquote', { 'data-word': what }, h('b', {}, title), h('p', {}, text));
}

function open({ to, asker, dueAt }) {
  const late = dueAt && new Date(dueAt) < Date.now();
  return h('li', { 'data-question': to }, t('together.asked.open', { to, asker }), ' ',
    dueAt && h('time', { class: late ? 'late' : '', datetime: dueAt, title: momentOf(dueAt) }, t('together.asked.due', { time: fromNow(dueAt) })));
}

customElements.define('tandem-colleague', TandemColleague);

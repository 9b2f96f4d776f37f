import { copy, css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';

const sheet = css(`
  div { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; border-radius: 8px; padding: 8px 12px;
    margin-bottom: 8px; background: #fff0d9; color: #5c3600; }
  div.bad { background: var(--bad-soft); color: #8c1d16; }
  p { flex: 1 1 240px; }
  strong { font-weight: 600; }
  button { padding: 3px 10px; font-size: 13px; }
`);

/** What the agent has to know at once, above the box: another one was faster, or something has failed. */
class TandemNotice extends DeskElement {
  constructor() {
    super(sheet);
  }

  connectedCallback() {
    if (!this.dataset.notice) this.hidden = true;
  }

  /** who: the name of the one who was faster, if known. finished: the ticket, or the question about it, has left this desk. */
  conflict({ who, finished, text, question }) {
    const about = question ? 'together.conflict' : 'conflict';
    const title = who ? t(`${about}.${finished ? 'answered' : 'has'}`, { name: who }) : t(`${about}.${question ? 'over' : 'moved'}`);
    const copied = h('button', { type: 'button', 'data-action': 'copy', onclick: async () => {
      await copy(text());
      copied.textContent = t('copied');
    } }, t('copy'));
    this.#show('conflict', '', [h('p', {}, h('strong', {}, title), ' ', text().trim() && t('conflict.kept')),
      text().trim() && copied,
      finished && h('button', { type: 'button', 'data-action': 'close', onclick: () => tell(this, 'desk-leave') }, t('close'))]);
  }

  failure(message) {
    this.#show('failure', 'bad', [h('p', {}, h('strong', {}, t('failed')), ' ', message || t('failed.network'))]);
  }

  clear() {
    this.hidden = true;
    this.removeAttribute('data-notice');
    this.shadowRoot.replaceChildren();
  }

  #show(kind, tone, content) {
    this.hidden = false;
    this.setAttribute('data-notice', kind);
    this.shadowRoot.replaceChildren(h('div', { class: tone, role: 'alert' }, content));
  }
}

customElements.define('tandem-notice', TandemNotice);

import { insertParagraph } from './box.js';
import { css, h, tell } from './dom.js';
import { DeskElement } from './look.js';
import { mentions, mentionSheet } from './mentions.js';
import { t } from './texts.js';
import './tandem-blocks.js';
import './tandem-files.js';
import './tandem-pass.js';
import './tandem-suggestions.js';

const sheet = css(`
  .tabs { display: flex; flex-wrap: wrap; gap: 2px; align-items: center; margin-bottom: 8px; }
  .tabs button { white-space: nowrap; border: 0; background: none; border-radius: 8px; padding: 4px 12px; color: var(--ink-soft); }
  .tabs button[aria-selected="true"] { background: var(--accent-soft); color: #0e4f4a; font-weight: 600; }
  .tabs button[data-mode="note"][aria-selected="true"] { background: var(--note); color: var(--note-ink); }
  .tabs .soft { margin-left: auto; text-align: right; }
  .noting textarea { background: var(--note); }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-top: 8px; }
  .row .soft { margin-right: auto; }
  kbd { font: inherit; font-size: 12px; opacity: .8; margin-left: 6px; font-weight: 400; }
`);

const MODES = ['reply', 'note', 'pass'];

/** The box: a reply to the customer, a note for colleagues, or passing the ticket on. Each keeps its own text. */
class TandemReply extends DeskElement {
  #parts;
  #mode = 'reply';
  #ticket;
  #busy = false;
  #drafts;

  constructor() {
    super(sheet, mentionSheet);
    this.addEventListener('desk-files', () => this.#update());
    this.addEventListener('desk-insert', ({ detail }) => this.#insert(detail.text));
    // Tasklist completes a form at Ctrl+Enter: it must not see the key
    for (const name of ['keydown', 'keypress', 'keyup']) this.addEventListener(name, (event) => this.#key(event));
  }

  /** drafts: {reply, note}, what survives a closed tab; desk: the ticket's interface. */
  open(ticket, drafts, desk) {
    this.#drafts = drafts;
    this.#build();
    for (const mode of ['reply', 'note']) this.#parts.files[mode].open(desk, `${ticket.task}:${mode}`, this.#parts[mode]);
    this.#parts.reply.value = drafts.reply.restore(ticket.draft);
    this.#parts.note.value = drafts.note.restore();
    this.ticket = ticket;
  }

  set ticket(ticket) {
    this.#ticket = ticket;
    this.#parts.suggestions.ticket = ticket;
    MODES.forEach((mode) => this.#parts.blocks[mode] && (this.#parts.blocks[mode].ticket = ticket));
    this.#parts.pass.ticket = ticket;
    this.#parts.holder.textContent = ticket.assignee || ticket.finished ? '' : t('holder.claims');
    this.#update();
  }

  /** The customer has written again. */
  refreshOffers() {
    this.#parts.suggestions.refresh();
  }

  set busy(busy) {
    this.#busy = busy;
    this.#update();
  }

  get text() {
    return this.#parts.reply.value;
  }

  sent(mode) {
    this.#drafts[mode].clear();
    this.#parts[mode].value = '';
    this.#parts.files[mode].sent();
    this.#parts.saved.textContent = '';
    this.#update();
  }

  #build() {
    const tab = (mode) => h('button', { type: 'button', role: 'tab', id: `tab-${mode}`, 'aria-controls': `panel-${mode}`,
      'data-mode': mode, onclick: () => this.#switch(mode) }, t(`mode.${mode}`));
    const box = (mode, label) => h('textarea', { rows: 2, maxlength: 100_000, 'aria-label': label, 'data-field': mode,
      placeholder: t(`${mode}.placeholder`), oninput: () => this.#typed(mode) });
    const parts = (this.#parts = {
      tabs: MODES.map(tab),
      holder: h('span', { class: 'soft', 'data-hint': 'claim' }),
      suggestions: h('tandem-suggestions'),
      reply: box('reply', t('reply.label')),
      note: box('note', t('note.label')),
      files: { reply: h('tandem-files'), note: h('tandem-files') },
      pass: h('tandem-pass'),
      blocks: { reply: h('tandem-blocks'), note: h('tandem-blocks') },
      saved: h('span', { class: 'soft', 'data-hint': 'draft' }),
      wait: this.#button('main', 'reply-wait', () => this.#send('wait'), t('reply.wait'), h('kbd', { 'aria-hidden': 'true' }, t('key'))),
      resolve: this.#button('', 'reply-resolve', () => this.#send('resolve'), t('reply.resolve')),
      keep: this.#button('main', 'note', () => this.#keepNote(), t('note.do'), h('kbd', { 'aria-hidden': 'true' }, t('key'))),
    });
    parts.wait.setAttribute('aria-keyshortcuts', 'Control+Enter');
    const panel = (mode, ...content) =>
      h('div', { role: 'tabpanel', id: `panel-${mode}`, 'aria-labelledby': `tab-${mode}`, class: mode === 'note' ? 'noting' : '' }, content);
    parts.panels = [
      panel('reply', parts.suggestions, parts.reply, parts.files.reply,
        h('div', { class: 'row' }, parts.blocks.reply, parts.saved, parts.resolve, parts.wait)),
      panel('note', mentions(parts.note, () => this.#ticket?.people ?? []), parts.files.note,
        h('div', { class: 'row' }, parts.blocks.note, h('span', { class: 'soft' }, t('note.hint')), parts.keep)),
      panel('pass', parts.pass),
    ];
    parts.blocks.reply.serve(parts.reply);
    parts.blocks.note.serve(parts.note);
    this.shadowRoot.replaceChildren(
      h('div', { class: 'tabs' },
        h('div', { role: 'tablist', 'aria-label': t('mode'), onkeydown: (event) => this.#arrow(event) }, parts.tabs), parts.holder),
      ...parts.panels);
  }

  #button(look, action, onclick, ...content) {
    return h('button', { type: 'button', class: look, 'data-action': action, onclick }, content);
  }

  #update() {
    const { tabs, panels, wait, resolve, keep, pass } = this.#parts;
    const others = Boolean(this.#ticket?.assignee) && !this.#ticket.mine;
    MODES.forEach((mode, i) => {
      const selected = mode === this.#mode;
      tabs[i].setAttribute('aria-selected', String(selected));
      tabs[i].tabIndex = selected ? 0 : -1;
      panels[i].hidden = !selected;
    });
    wait.disabled = resolve.disabled = this.#busy || others || this.#ticket?.finished || !this.#hasContent('reply');
    keep.disabled = this.#busy || this.#ticket?.finished || !this.#hasContent('note');
    pass.busy = this.#busy || Boolean(this.#ticket?.finished);
  }

  #hasContent(mode) {
    const files = this.#parts.files[mode];
    return !files.unsettled && Boolean(this.#parts[mode].value.trim() || files.ids.length);
  }

  #switch(mode, focus = true) {
    this.#mode = mode;
    this.#update();
    if (!focus) return;
    if (mode === 'pass') this.#parts.pass.focusFirst();
    else this.#parts[mode].focus();
  }

  #arrow(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (MODES.indexOf(this.#mode) + step + MODES.length) % MODES.length;
    this.#switch(MODES[next], false);
    this.#parts.tabs[next].focus();
  }

  #key(event) {
    if (event.key === 'F2' && event.type === 'keydown' && this.#mode === 'reply' && this.#parts.suggestions.insertFirst()) event.preventDefault();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.stopPropagation();
    if (event.type !== 'keydown' || event.repeat) return;
    event.preventDefault();
    if (this.#mode === 'reply' && !this.#parts.wait.disabled) this.#send('wait');
    if (this.#mode === 'note' && !this.#parts.keep.disabled) this.#keepNote();
  }

  #typed(mode) {
    this.#parts.saved.textContent = '';
    this.#drafts[mode].write(this.#parts[mode].value, () => (this.#parts.saved.textContent = t('draft.saved')));
    this.#update();
  }

  #insert(text) {
    insertParagraph(this.#parts.reply, text);
  }

  #send(action) {
    tell(this, 'desk-reply', { text: this.#parts.reply.value, action, attachments: this.#parts.files.reply.ids });
  }

  #keepNote() {
    tell(this, 'desk-note', { text: this.#parts.note.value, attachments: this.#parts.files.note.ids });
  }
}

customElements.define('tandem-reply', TandemReply);

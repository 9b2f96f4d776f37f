import { blocks } from './api.js';
import { insert } from './box.js';
import { css, h } from './dom.js';
import { DeskElement } from './look.js';
import { nameOfLanguage, t } from './texts.js';
import './tandem-block-list.js';

const sheet = css(`
  :host { display: inline-block; }
  .open { padding: 3px 10px; font-size: 12.5px; }
  [popover] { position: fixed; inset: auto; margin: 0; padding: 8px; border: 1px solid #aab5b8; border-radius: var(--radius);
    background: var(--paper); color: var(--ink); box-shadow: 0 8px 28px rgb(0 0 0 / .22); }
  label { display: flex; align-items: center; gap: 4px; border: 1px solid #8d999d; border-radius: 8px; padding: 0 10px; }
  label:focus-within { outline: 2px solid var(--accent); outline-offset: -1px; }
  input { font: inherit; color: inherit; border: 0; outline: 0; flex: 1; min-width: 0; padding: 6px 0; background: none; }
  input:focus-visible { outline: 0; }
  [role=listbox] { max-height: min(260px, 40vh); overflow-y: auto; margin-top: 6px; }
  [role=option] { padding: 5px 8px; border-radius: 8px; cursor: pointer; }
  [role=option][aria-selected=true] { background: var(--accent-soft); }
  [role=option] b { font-weight: 600; }
  [role=option] span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .foot { display: flex; gap: 8px; align-items: center; justify-content: space-between; flex-wrap: wrap; margin-top: 6px; }
  .foot button { border: 0; background: none; padding: 2px 6px; font-size: 12.5px; text-decoration: underline; }
  .none { padding: 8px; }
`);

/** Shortcut first, then the title, then the words themselves. */
function fit({ shortcut, title, text }, wanted) {
  if (!wanted) return 1;
  const [code, name, words] = [shortcut, title, text].map((one) => one.toLowerCase());
  if (code.startsWith(wanted)) return 4;
  if (name.startsWith(wanted)) return 3;
  if (code.includes(wanted) || name.includes(wanted)) return 2;
  return words.includes(wanted) ? 1 : 0;
}

/**
 * Text blocks for one box: "/" at the beginning of a word, or the button, opens a combobox; what is chosen takes the
 * place of the "/". Whoever meant no block gets back what they typed by Escape or a blank.
 */
class TandemBlocks extends DeskElement {
  #box;
  #task;
  #parts;
  #all = [];
  #found = [];
  #chosen = 0;
  #slash = false;
  #elsewhere = (event) => this.#parts && !event.composedPath().includes(this.#parts.popup) && this.#abandon();

  constructor() {
    super(sheet);
  }

  /** box: the textarea; it must stay the same. */
  serve(box) {
    this.#box = box;
    box.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (!/(^|\s)$/.test(box.value.slice(0, box.selectionStart))) return;
      event.preventDefault();
      this.#open(true);
    });
    this.#build();
  }

  set ticket({ task }) {
    this.#task = task;
  }

  connectedCallback() {
    addEventListener('pointerdown', this.#elsewhere, { capture: true });
  }

  disconnectedCallback() {
    removeEventListener('pointerdown', this.#elsewhere, { capture: true });
  }

  #build() {
    const parts = (this.#parts = {
      open: h('button', { type: 'button', class: 'open', 'data-action': 'blocks', 'aria-haspopup': 'dialog',
        onclick: () => this.#open(false) }, t('blocks.open')),
      input: h('input', { type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'data-field': 'block-filter',
        'aria-label': t('blocks.filter'), 'aria-autocomplete': 'list', 'aria-expanded': 'true', 'aria-controls': 'list',
        oninput: () => this.#filter() }),
      list: h('div', { role: 'listbox', id: 'list', 'aria-label': t('blocks') }),
      none: h('p', { class: 'none soft' }),
      status: h('p', { class: 'sr', role: 'status' }),
      editor: h('tandem-block-list'),
    });
    parts.popup = h('div', { popover: 'manual', role: 'dialog', 'aria-label': t('blocks'), 'data-popup': 'blocks',
      onkeydown: (event) => this.#key(event), onfocusout: (event) => this.#left(event) },
      h('label', {}, h('span', { class: 'soft', 'aria-hidden': 'true' }, '/'), parts.input),
      parts.list, parts.none,
      h('div', { class: 'foot' }, h('span', { class: 'soft' }, t('blocks.hint')),
        h('button', { type: 'button', 'data-action': 'manage-blocks', onclick: () => this.#manage() }, t('blocks.manage'))),
      parts.status);
    parts.editor.addEventListener('close', () => this.#box.focus());
    this.shadowRoot.replaceChildren(parts.open, parts.popup, parts.editor);
  }

  async #open(slash) {
    this.#slash = slash;
    this.#parts.input.value = '';
    this.#all = [];
    this.#parts.list.replaceChildren(); // what was found last time is not what is chosen from now
    this.#choose(0);
    this.#place();
    this.#parts.popup.showPopover();
    this.#parts.input.focus(); // at once: what is typed next belongs here
    try {
      this.#all = await blocks.readyFor(this.#task);
      this.#filter();
    } catch (failure) {
      this.#tell(failure.message || t('failed.network'));
    }
  }

  /** Above the box, in the window's own layer. */
  #place() {
    const box = this.#box.getBoundingClientRect();
    const width = Math.min(box.width, 480, innerWidth - 16);
    Object.assign(this.#parts.popup.style, {
      left: `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`,
      bottom: `${Math.max(8, innerHeight - box.top + 4)}px`,
      width: `${width}px`,
    });
  }

  #filter() {
    const wanted = this.#parts.input.value.trim().toLowerCase();
    this.#found = this.#all.map((block) => ({ block, fit: fit(block, wanted) })).filter((one) => one.fit > 0)
      .sort((one, other) => other.fit - one.fit).map((one) => one.block); // as fit: as they came, the ticket's language first
    this.#chosen = 0;
    this.#parts.list.replaceChildren(...this.#found.map((block, i) => this.#option(block, i)));
    this.#choose(0);
    this.#tell(this.#found.length ? '' : t(this.#all.length ? 'blocks.noMatch' : 'blocks.none'));
    this.#parts.status.textContent = t('blocks.count', { count: this.#found.length });
  }

  #option({ id, shortcut, title, text, language }, i) {
    // pointerdown: before the input loses the focus
    return h('div', { role: 'option', id: `option-${i}`, 'data-block': id,
      onpointerdown: (event) => { event.preventDefault(); this.#take(i); } },
      h('b', {}, title), ' ', h('span', { class: 'soft', lang: language }, `/${shortcut} · ${nameOfLanguage(language)} · ${text}`));
  }

  #tell(words) {
    this.#parts.none.hidden = !words;
    this.#parts.none.textContent = words;
    this.#parts.list.hidden = Boolean(words);
  }

  #choose(i) {
    this.#chosen = i;
    [...this.#parts.list.children].forEach((option, n) => option.setAttribute('aria-selected', String(n === i)));
    const option = this.#parts.list.children[i];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#parts.input.setAttribute('aria-activedescendant', option.id);
    else this.#parts.input.removeAttribute('aria-activedescendant');
  }

  #key(event) {
    event.stopPropagation(); // neither the form nor Tasklist may see it
    const inInput = event.target === this.#parts.input;
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (event.isComposing) return;
    if (key === 'Escape' || (inInput && key === ' ' && this.#slash && !this.#parts.input.value)) {
      event.preventDefault();
      this.#giveBack(key === ' ' ? ' ' : '');
    } else if (inInput && key === 'Backspace' && !this.#parts.input.value) {
      event.preventDefault();
      this.#close();
    } else if (inInput && step && this.#found.length) {
      event.preventDefault();
      this.#choose((this.#chosen + step + this.#found.length) % this.#found.length);
    } else if (inInput && key === 'Enter') {
      event.preventDefault();
      if (this.#found.length) this.#take(this.#chosen);
      else this.#giveBack('');
    }
  }

  #take(i) {
    const { text } = this.#found[i];
    this.#close();
    insert(this.#box, text);
  }

  /** It was meant as it was typed. */
  #giveBack(more) {
    const typed = this.#slash ? `/${this.#parts.input.value}${more}` : '';
    this.#close();
    if (typed) insert(this.#box, typed);
  }

  /** The agent goes on elsewhere: nothing that they typed is lost. */
  #left({ relatedTarget }) {
    if (!relatedTarget || this.#parts.popup.contains(relatedTarget)) return;
    this.#abandon();
  }

  #abandon() {
    if (!this.#parts.popup.matches(':popover-open')) return;
    const typed = this.#slash && this.#parts.input.value;
    this.#parts.popup.hidePopover();
    if (!typed) return;
    this.#box.setRangeText(`/${typed}`, this.#box.selectionStart, this.#box.selectionEnd, 'end');
    this.#box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #close() {
    this.#parts.popup.hidePopover();
    this.#box.focus();
  }

  #manage() {
    this.#parts.popup.hidePopover();
    this.#parts.editor.open();
  }
}

customElements.define('tandem-blocks', TandemBlocks);

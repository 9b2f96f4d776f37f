import { css, h } from './dom.js';
import { DeskElement } from './look.js';
import { t } from './texts.js';

const sheet = css(`
  p { display: flex; flex-wrap: wrap; gap: 4px 12px; color: var(--note-ink); font-size: 13px; min-height: 0; }
  span::before { content: ''; display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 6px; background: #17806f; }
`);

/** Which colleagues have the ticket open just now, and who of them types. */
class TandemReaders extends DeskElement {
  #line = h('p', { role: 'status' });

  constructor() {
    super(sheet);
    this.shadowRoot.append(this.#line);
  }

  connectedCallback() {
    this.hidden = !this.#line.childElementCount;
  }

  set readers(readers) {
    this.hidden = !readers.length;
    this.#line.replaceChildren(...readers.map(({ user, name, typing }) =>
      h('span', { 'data-reader': user, 'data-typing': String(typing) }, t(typing ? 'together.typing' : 'together.reading', { name }))));
  }
}

customElements.define('tandem-readers', TandemReaders);

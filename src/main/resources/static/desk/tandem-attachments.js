import { kindOf, sizeOf } from '../chat/upload.js';
import { addressOf } from './api.js';
import { css, h } from './dom.js';
import { DeskElement } from './look.js';
import { language, t } from './texts.js';

const sheet = css(`
  :host { margin-top: 4px; }
  ul { display: flex; flex-wrap: wrap; gap: 6px; }
  a { display: block; max-width: 100%; border: 1px solid #c3cccf; border-radius: var(--radius); background: var(--paper);
    overflow: hidden; color: inherit; text-decoration: none; }
  a:hover { border-color: var(--accent); }
  a:hover b { text-decoration: underline; }
  img { display: block; max-width: 260px; max-height: 180px; min-height: 24px; margin: auto; background: var(--ground); }
  span { display: flex; gap: 10px; align-items: baseline; padding: 4px 10px; }
  b { font-weight: 600; overflow-wrap: anywhere; }
  small { color: var(--ink-soft); font-size: 12.5px; white-space: nowrap; }
`);

/** The files of one message: pictures small, everything by name; a click downloads. */
class TandemAttachments extends DeskElement {
  constructor() {
    super(sheet);
  }

  show(task, files) {
    const item = (file) => h('li', {},
      h('a', { href: addressOf(task, file), download: file.name, title: t('attach.download', file), 'data-action': 'download' },
        file.preview && this.#picture(task, file),
        h('span', {}, h('b', {}, file.name), h('small', {}, [kindOf(file), sizeOf(file.size, language)].filter(Boolean).join(' · ')))));
    this.shadowRoot.replaceChildren(h('ul', { 'aria-label': t('attach.attachments') }, files.map(item)));
    return this;
  }

  #picture(task, file) {
    const image = h('img', { src: `${addressOf(task, file)}/preview`, alt: t('attach.preview', file), loading: 'lazy', decoding: 'async',
      onerror: () => image.remove() });
    return image;
  }
}

customElements.define('tandem-attachments', TandemAttachments);

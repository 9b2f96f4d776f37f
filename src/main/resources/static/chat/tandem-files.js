// The files of one message: pictures small, everything else by name. A press downloads.
import { h } from './dom.js';
import { icon } from './icons.js';
import { regionOf } from './texts.js';
import { kindOf, sizeOf } from './upload.js';

export class TandemFiles extends HTMLElement {
  /**
   * @param files as the server has them, or {key, name, size, type, progress} while they are on their way
   * @param context as of a message, with previews
   */
  update(files, context) {
    const items = files.map((file) => h('li', {}, file.id ? this.#there(file, context) : this.#onItsWay(file, context)));
    this.replaceChildren(h('ul', { 'aria-label': context.t('attach.label') }, ...items));
  }

  #there(file, { t, language, previews }) {
    const download = () => this.dispatchEvent(new CustomEvent('chat-download', { bubbles: true, detail: file }));
    const about = `${kindOf(file)} · ${sizeOf(file.size, regionOf(language))}`;
    return h(
      'button',
      { type: 'button', 'data-action': 'download', title: t('attach.download', file), onclick: download },
      file.preview && this.#picture(file, t, previews),
      h(
        'span',
        { class: 'about' },
        icon('file'),
        h('span', { class: 'reader' }, `${t('attach.download', { name: '' })} `),
        h('span', { class: 'file-name' }, file.name),
        h('span', { class: 'file-size' }, about),
      ),
    );
  }

  #picture(file, t, previews) {
    const image = h('img', { alt: t('attach.preview', file), decoding: 'async' });
    const place = h('span', { class: 'preview' }, image);
    previews.picture(file).then(
      (address) => (image.src = address),
      () => place.remove(),
    );
    return place;
  }

  #onItsWay(file, { t, language }) {
    const percent = Math.round(file.progress * 100);
    return h(
      'span',
      { class: 'about' },
      icon('file'),
      h('span', { class: 'file-name' }, file.name),
      h('span', { class: 'file-size' }, percent < 100 ? t('attach.progress', { percent }) : sizeOf(file.size, regionOf(language))),
    );
  }
}

customElements.define('tandem-files', TandemFiles);

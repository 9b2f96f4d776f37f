// What a mail says: always as text, never as HTML.
import { h } from '../insight/dom.js';
import { sizeOf, t } from './words.js';

/** content: as /quarantine/{mail} tells it */
export function mailContent({ text, source, cut, language, files, oddities }) {
  return [
    source && text && h('p', { class: 'soft' }, t('text.source')),
    text ? h('div', { class: source ? 'text source' : 'text', role: 'group', tabindex: 0, 'aria-label': t('text.label'), dir: 'auto', lang: language }, text)
      : h('p', {}, t(files.length ? 'text.none' : 'text.nothing')),
    cut && h('p', { class: 'soft' }, t('text.cut')),
    oddities.length > 0 && h('ul', { class: 'odd' }, oddities.map((oddity) => h('li', {}, oddity))),
    files.length > 0 && [h('h3', {}, t('files')),
      h('ul', { class: 'files' }, files.map(({ name, type, size }) => h('li', {}, name, ' ', h('span', { class: 'soft' }, `${type}, ${sizeOf(size)}`))))],
  ].flat().filter(Boolean);
}

// The difference of two versions, in the server's words.
import { h } from '../insight/dom.js';
import { t } from './words.js';

/** As /changes tells it: what became of each file and, where it is known, of what is in it. */
export function changeList({ files }) {
  if (!files.length) return h('p', {}, t('changes.none'));
  return h('div', {}, files.map(({ file, text, details }) => h('div', { 'data-file': file }, h('h4', {}, text), details.length ? h('ul', {}, details.map((detail) => h('li', {}, detail.text))) : '')));
}

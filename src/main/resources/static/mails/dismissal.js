// Asks once before a mail is dismissed, and says what that means.
import { h } from '../insight/dom.js';
import { t } from './words.js';

/** Resolves to whether it is meant. The focus comes back to where it was. */
export function isMeant(subject) {
  return new Promise((answer) => {
    const dialog = h('dialog', { 'aria-labelledby': 'dismiss', onclose: () => {
      dialog.remove();
      answer(dialog.returnValue === 'yes');
    } }, h('form', { method: 'dialog' },
      h('h2', { id: 'dismiss' }, t('dismiss.title')), h('p', {}, t('dismiss.text', { subject })),
      h('div', { class: 'acts' }, h('button', { value: 'no', 'data-action': 'cancel' }, t('dismiss.cancel')),
        h('button', { value: 'yes', class: 'main', 'data-action': 'confirm' }, t('dismiss.do')))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

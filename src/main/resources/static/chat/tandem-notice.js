// The quiet lines above the composer: connection lost, what went wrong, and that a closed matter can be reopened.
import { h, setText } from './dom.js';
import { icon } from './icons.js';

export class TandemNotice extends HTMLElement {
  #offline = h('p', { class: 'offline', role: 'status' });
  #words = h('span');
  #dismiss = h(
    'button',
    { type: 'button', 'data-action': 'dismiss', onclick: () => this.#tell('dismiss') },
    icon('close'),
  );
  #error = h('div', { class: 'error', role: 'alert' }, icon('notice'), this.#words, this.#dismiss);
  #hint = h('span');
  #fresh = h('button', {
    type: 'button',
    class: 'secondary',
    'data-action': 'new-after',
    onclick: () => this.#tell('new'),
  });
  #closed = h('div', { class: 'closed' }, this.#hint, this.#fresh);

  connectedCallback() {
    this.append(this.#offline, this.#error, this.#closed);
  }

  update({ online, notice, holder }, { t }) {
    setText(this.#offline, online ? '' : t('offline'));
    setText(this.#words, notice ? (notice.text ?? t(notice.key, notice.values)) : '');
    this.#error.hidden = !notice;
    this.#dismiss.setAttribute('aria-label', t('error.dismiss'));
    setText(this.#hint, t('reopenHint'));
    setText(this.#fresh, t('new'));
    this.#closed.hidden = holder !== 'NOBODY';
  }

  #tell(action) {
    this.dispatchEvent(new CustomEvent(`chat-${action}`, { bubbles: true }));
  }
}

customElements.define('tandem-notice', TandemNotice);

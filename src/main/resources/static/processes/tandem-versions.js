import { changes, restore, versions } from './api.js';
import { h, tell } from '../insight/dom.js';
import { changeList } from './change-list.js';
import { counted, momentOf, numberOf, t, word } from './words.js';

const SHOWN = 3;

/** The history: who saved what when; the difference of two versions in words; back to an earlier one. */
class TandemVersions extends HTMLElement {
  #live;
  #known;
  #page = 0;
  #rows = h('tbody');
  #more = h('button', { type: 'button', 'data-action': 'older', hidden: true, onclick: () => this.#fetch(this.#page + 1) }, t('versions.older'));
  #list = h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-labelledby': 'versions' });
  #compared = h('div', { class: 'compared', role: 'status', tabindex: -1 });
  #dialog = h('dialog', { 'aria-labelledby': 'restore' });

  connectedCallback() {
    if (this.firstChild) return;
    this.#list.append(h('table', { class: 'versions' },
      h('thead', {}, h('tr', {}, ['number', 'at', 'by', 'files', 'state', 'do'].map((column) => h('th', { scope: 'col' }, t(`versions.${column}`))))), this.#rows));
    this.append(h('section', {}, h('h2', { id: 'versions' }, t('versions.title')), h('p', {}, t('versions.text')), this.#list, this.#more, this.#compared), this.#dialog);
  }

  /** Fetched again when another version has come. gate: {live, refused} */
  async refresh({ live, refused }) {
    const known = `${live?.number} ${refused?.number}`;
    if (known === this.#known) return;
    this.#known = known;
    this.#live = live?.number;
    await this.#fetch(0);
  }

  async #fetch(page) {
    const { versions: found, size, total } = await versions(page);
    if (page === 0) this.#rows.replaceChildren();
    this.#rows.append(...found.map((version) => this.#row(version)));
    this.#page = page;
    this.#more.hidden = (page + 1) * size >= total;
  }

  #row(version) {
    const { number, at, by, way, state, restored, errors, changed, files } = version;
    const isLive = state === 'LIVE';
    const compare = !isLive && this.#live && h('button', { type: 'button', 'data-action': 'compare', 'aria-label': t('versions.compare.long', { number }), onclick: () => this.#compare(version) }, t('versions.compare'));
    const back = state === 'EARLIER' && h('button', { type: 'button', 'data-action': 'restore', 'aria-label': t('versions.restore.long', { number }), onclick: () => this.#ask(version) }, t('versions.restore'));
    return h('tr', { 'data-version': number, 'data-state': state },
      h('th', { scope: 'row' }, numberOf(number)), h('td', {}, momentOf(at)), h('td', {}, by, h('small', {}, word('way', way))),
      h('td', {}, files.slice(0, SHOWN).map(({ name }) => name).join(', '), changed > SHOWN ? h('small', {}, counted('versions.more', changed - SHOWN)) : ''),
      h('td', {}, state === 'REFUSED' ? counted('versions.refused', errors) : t(`versions.${isLive ? 'live' : 'earlier'}`), restored ? h('small', {}, t('versions.restored', { number: restored })) : ''),
      h('td', {}, h('div', { class: 'acts' }, compare, back)));
  }

  /** What a refused version would have changed; what has changed since an earlier one. */
  async #compare({ number, state }) {
    const [from, to] = state === 'REFUSED' ? [this.#live, number] : [number, this.#live];
    try {
      const found = await changes(from, to);
      this.#compared.replaceChildren(h('h3', {}, t('changes.title', { from, to })), changeList(found));
    } catch (failure) {
      this.#compared.replaceChildren(h('p', { class: 'bad' }, failure.message));
    }
    this.#compared.focus();
  }

  #ask({ number, at }) {
    const failure = h('p', { class: 'bad', role: 'alert', hidden: true });
    this.#dialog.replaceChildren(h('form', { method: 'dialog', onsubmit: (event) => this.#restore(event, number, failure) },
      h('h2', { id: 'restore' }, t('restore.title', { number })), h('p', {}, t('restore.text', { at: momentOf(at) })), failure,
      h('div', { class: 'acts' }, h('button', { type: 'button', 'data-action': 'cancel', onclick: () => this.#dialog.close() }, t('restore.cancel')),
        h('button', { class: 'main', 'data-action': 'confirm' }, t('restore.do')))));
    this.#dialog.showModal();
  }

  /** What was asked for is live already. */
  #say(number) {
    this.#dialog.replaceChildren(h('form', { method: 'dialog' },
      h('h2', { id: 'restore' }, t('restore.already.title')), h('p', { role: 'status' }, t('restore.already', { number })),
      h('div', { class: 'acts' }, h('button', { class: 'main', 'data-action': 'close' }, t('restore.close')))));
  }

  async #restore(event, number, failure) {
    event.preventDefault();
    try {
      const live = await restore(number);
      if (live.number === this.#live) this.#say(live.number);
      else this.#dialog.close();
      tell(this, 'gate-moved', {});
    } catch (problem) {
      failure.textContent = problem.message;
      failure.hidden = false;
    }
  }
}

customElements.define('tandem-versions', TandemVersions);

import { h } from '../insight/dom.js';
import { counted, numberOf, t } from './words.js';

/** Open tickets that run on older versions: by process, how many on which. */
class TandemOlder extends HTMLElement {
  #drawn;

  /** processes: as /now tells them */
  set processes(processes) {
    const older = processes
      .map(({ process, name, version, versions }) => ({ process, name, live: version, versions: versions.filter((each) => each.version < version) }))
      .filter(({ versions }) => versions.length);
    const drawn = JSON.stringify(older);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.replaceChildren(h('section', {},
      h('h2', { id: 'older' }, t('older.title')),
      h('p', {}, t(older.length ? 'older.text' : 'older.none')),
      older.length ? h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-labelledby': 'older' }, h('table', { class: 'narrow' },
        h('thead', {}, h('tr', {}, ['process', 'version', 'tickets'].map((column) => h('th', { scope: 'col', class: column === 'process' ? null : 'number' }, t(`older.${column}`))))),
        h('tbody', {}, older.flatMap(({ process, name, live, versions }) => versions.map(({ version, tickets }) => h('tr', { 'data-process': process, 'data-version': version },
          h('th', { scope: 'row' }, name), h('td', { class: 'number' }, t('older.of', { version: numberOf(version), live: numberOf(live) })), h('td', { class: 'number' }, counted('now.tickets', tickets)))))))) : ''));
  }
}

customElements.define('tandem-older', TandemOlder);

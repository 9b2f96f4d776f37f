import { h } from '../insight/dom.js';
import { counted, t, word } from './words.js';

/** The decision tables of a file, to read. */
class TandemTables extends HTMLElement {
  /** marks: ids of what is wrong */
  show(xml, marks = []) {
    const file = new DOMParser().parseFromString(xml, 'application/xml');
    if (file.querySelector('parsererror')) {
      this.replaceChildren(h('p', { class: 'undrawable', role: 'status' }, t('tables.unreadable')));
      return;
    }
    const wrong = new Set(marks);
    this.replaceChildren(...all(file, 'decision').map((decision) => drawn(decision, wrong)));
    this.querySelector('.wrong')?.scrollIntoView({ block: 'nearest' });
  }
}

// By local name: the prefix is the author's choice.
const all = (element, name) => [...element.getElementsByTagNameNS('*', name)];
const children = (element, name) => [...element.children].filter(({ localName }) => localName === name);
const textIn = (element) => all(element, 'text')[0]?.textContent.trim() ?? '';

function drawn(decision, wrong) {
  const table = children(decision, 'decisionTable')[0];
  const name = decision.getAttribute('name') || decision.id;
  const title = `decision-${decision.id}`;
  const about = children(decision, 'description')[0]?.textContent.trim();
  return h('section', { class: 'decision' }, h('h3', { id: title }, name), about ? h('p', {}, about) : '',
    table ? h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-labelledby': title }, tableOf(table, title, wrong)) : h('p', { class: 'soft' }, t('tables.noTable')));
}

function tableOf(table, title, wrong) {
  const inputs = children(table, 'input');
  const outputs = children(table, 'output');
  const rules = children(table, 'rule');
  const labelled = (column) => column.getAttribute('label') || column.getAttribute('name') || textIn(column) || column.id;
  const head = (column, kind) => h('th', { scope: 'col', class: wrong.has(column.id) ? `${kind} wrong` : kind }, labelled(column));
  const policy = table.getAttribute('hitPolicy') ?? 'UNIQUE';
  return h('table', { class: 'rules', 'aria-labelledby': title },
    h('caption', {}, `${counted('tables.rules', rules.length)} ${word('tables.policy', policy)}`),
    h('thead', {},
      h('tr', {}, h('td', { rowspan: 2 }), h('th', { colspan: inputs.length || 1, scope: 'colgroup' }, t('tables.if')),
        h('th', { colspan: outputs.length, scope: 'colgroup', class: 'then' }, t('tables.then')), h('td', { rowspan: 2 })),
      h('tr', {}, inputs.length ? inputs.map((input) => head(input, 'if')) : h('th', { scope: 'col' }, t('tables.always')), outputs.map((output) => head(output, 'then')))),
    h('tbody', {}, rules.map((rule, at) => row(rule, at + 1, wrong))));
}

function row(rule, number, wrong) {
  const cell = (entry, kind) => h('td', { class: wrong.has(entry.id) ? `${kind} wrong` : kind }, textIn(entry) || t('tables.any'));
  return h('tr', { class: wrong.has(rule.id) ? 'wrong' : null, 'data-rule': rule.id },
    h('th', { scope: 'row' }, number),
    children(rule, 'inputEntry').map((entry) => cell(entry, 'if')),
    children(rule, 'outputEntry').map((entry) => cell(entry, 'then')),
    h('td', { class: 'soft' }, children(rule, 'description')[0]?.textContent.trim() ?? ''));
}

customElements.define('tandem-tables', TandemTables);

import { h, tell } from '../insight/dom.js';
import { counted, momentOf, t } from './words.js';

/** How a finding names the folder as a whole. */
const FOLDER = '.';

/** What the gate has to say: that all is live, or what is refused and why, each finding with the way to its place. */
class TandemFindings extends HTMLElement {
  #said;

  connectedCallback() {
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', t('state.label'));
  }

  /** gate: {live, refused}, each a version or null */
  set gate({ live, refused }) {
    // spoken and drawn only when it changed: this comes every few seconds
    const said = JSON.stringify([live?.number, refused?.number, (refused ?? live)?.findings]);
    if (said === this.#said) return;
    this.#said = said;
    const findings = (refused ?? live)?.findings ?? [];
    this.replaceChildren(
      h('p', { class: refused ? 'verdict refused' : 'verdict live', role: 'status', 'data-verdict': refused ? 'refused' : 'live' }, ...sentence(live, refused)),
      findings.length ? h('ul', { class: 'findings' }, findings.map((finding) => this.#finding(finding))) : '');
  }

  #finding(finding) {
    const { severity, file, element, line, text, todo, way } = finding;
    const place = element ? [h('strong', {}, element.label || element.id), h('span', { class: 'where' }, ` ${file} · ${element.id}`)]
      : [h('strong', {}, file && file !== FOLDER ? file : t('finding.folder')), line ? h('span', { class: 'where' }, ` ${t('finding.line', { line })}`) : ''];
    return h('li', { class: severity === 'ERROR' ? 'finding error' : 'finding warning', 'data-rule': finding.rule },
      h('p', { class: 'what' }, h('span', { class: 'severity' }, t(severity === 'ERROR' ? 'finding.error' : 'finding.warning')), ' ', place),
      h('p', {}, text),
      todo ? h('p', { class: 'todo' }, h('span', { class: 'soft' }, `${t('finding.todo')} `), todo) : '',
      way.length ? this.#way(finding) : '',
      drawn(element?.file ?? file) && element ? h('p', {}, this.#show(element.file, finding, t('finding.show'))) : '');
  }

  /** The steps that lead to it, through one diagram after the other. */
  #way(finding) {
    const { way } = finding;
    return h('details', { class: 'way', open: true }, h('summary', {}, counted('finding.way', way.length)),
      h('ol', {}, way.map((step, at) => h('li', {},
        h('button', { type: 'button', class: 'plain', 'data-step': step.id, onclick: () => this.#tell(step.file, finding, at) }, step.label || step.id),
        at === 0 || way[at - 1].file !== step.file ? h('span', { class: 'where' }, ` ${step.file}`) : ''))));
  }

  #show(file, finding, label) {
    return h('button', { type: 'button', 'data-action': 'show', onclick: () => this.#tell(file, finding) }, label);
  }

  #tell(file, finding, at) {
    tell(this, 'finding-shown', { file, finding, at });
  }
}

const drawn = (file) => file.endsWith('.bpmn');

function sentence(live, refused) {
  const since = live && { number: live.number, at: momentOf(live.at) };
  if (!refused) return [live ? t('state.live', since) : t('state.none')];
  const errors = refused.findings.filter(({ severity }) => severity === 'ERROR').length;
  return [h('strong', {}, counted('state.refused', errors, { at: momentOf(refused.at) })), ' ', live ? t('state.stays', since) : t('state.none')];
}

customElements.define('tandem-findings', TandemFindings);

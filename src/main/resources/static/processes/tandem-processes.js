import * as api from './api.js';
import { gateOf } from './gate.js';
import { h, setText } from '../insight/dom.js';
import { loadTexts, counted, t } from './words.js';

const EVERY = 4000;

/** The page: asks every few seconds, while somebody looks, what the gate says and where the tickets are. */
class TandemProcesses extends HTMLElement {
  #gate;
  #now;
  #file = decodeURIComponent(location.hash.slice(1));
  #offline = h('p', { class: 'bad', role: 'status', hidden: true });
  #findings;
  #models;
  #model;
  #versions;
  #older;
  #moving;
  #timer;

  async connectedCallback() {
    await loadTexts();
    this.#findings = h('tandem-findings');
    this.#models = h('nav', { class: 'models', 'aria-label': t('models.label') });
    this.#model = h('tandem-model');
    this.#versions = h('tandem-versions');
    this.#older = h('tandem-older');
    this.#moving = h('tandem-moving');
    this.replaceChildren(this.#offline, this.#findings, this.#models, this.#model, this.#older, this.#moving, this.#versions);
    this.addEventListener('finding-shown', ({ detail }) => this.#choose(detail.file, detail));
    this.addEventListener('gate-moved', () => this.#look());
    document.addEventListener('visibilitychange', () => document.hidden || this.#look());
    await this.#look();
  }

  async #look() {
    clearTimeout(this.#timer);
    try {
      const [state, now] = await Promise.all([api.state(), api.now()]);
      this.#gate = await gateOf(state);
      this.#now = now;
      await this.#draw();
      this.#offline.hidden = true;
    } catch (failure) {
      setText(this.#offline, t('offline', { reason: failure.message }));
      this.#offline.hidden = false;
    }
    if (!document.hidden) this.#timer = setTimeout(() => this.#look(), EVERY);
  }

  async #draw(shown = {}) {
    const files = [...new Set([...this.#gate.files, ...(this.#gate.refused?.files ?? [])])].sort().filter((file) => /^[^/]+\.(bpmn|dmn)$/.test(file));
    if (!files.includes(this.#file)) this.#file = files.find((file) => this.#isWrong(file)) ?? (files.includes('ticket.bpmn') ? 'ticket.bpmn' : files[0]);
    this.#findings.gate = this.#gate;
    this.#list(files);
    this.#older.processes = this.#now.processes;
    await this.#moving.refresh(this.#now.processes);
    if (this.#file) await this.#model.show({ file: this.#file, gate: this.#gate, now: this.#now, ...shown });
    await this.#versions.refresh(this.#gate);
  }

  /** The buttons stay the same ones: whoever has the focus keeps it. */
  #list(files) {
    const drawn = [...this.#models.children].map(({ dataset }) => dataset.file);
    if (drawn.join() !== files.join()) {
      this.#models.replaceChildren(...files.map((file) => h('button', { type: 'button', 'data-file': file, onclick: () => this.#choose(file) }, h('span', { class: 'name' }), h('span', { class: 'count' }))));
    }
    for (const button of this.#models.children) this.#describe(button, button.dataset.file);
  }

  #describe(button, file) {
    const process = this.#now.processes.find((each) => `${each.process}.bpmn` === file);
    const tickets = process?.versions.reduce((sum, version) => sum + version.tickets, 0);
    const wrong = this.#isWrong(file);
    button.classList.toggle('wrong', wrong);
    if (file === this.#file) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
    setText(button.firstChild, process?.name ?? file.replace(/\.dmn$/, ''));
    setText(button.lastChild, wrong ? t('models.wrong') : process ? counted('now.tickets', tickets) : t('models.table'));
  }

  #isWrong(file) {
    return (this.#gate.refused?.findings ?? []).some((finding) => finding.severity === 'ERROR' && (finding.file === file || finding.element?.file === file));
  }

  async #choose(file, shown = {}) {
    this.#file = file;
    history.replaceState(null, '', `#${encodeURIComponent(file)}`);
    await this.#draw(shown);
    if (shown.finding) this.#model.querySelector('#model').scrollIntoView({ block: 'start' });
  }
}

customElements.define('tandem-processes', TandemProcesses);

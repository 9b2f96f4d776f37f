import { figures } from './api.js';
import { h } from '../insight/dom.js';
import { marksOf } from './marks.js';
import { sourceOf } from './sources.js';
import { counted, t } from './words.js';

/** One file of the process owner: its picture, as it is live or as it was saved and refused, and its steps in words. */
class TandemModel extends HTMLElement {
  #file;
  #gate;
  #now;
  #days = 30;
  #wantsSaved = true;
  #shownSource;
  #finding;
  #title = h('h2', { id: 'model' });
  #state = h('p', { class: 'soft', 'data-part': 'model-state' });
  #sides = h('div', { class: 'period', role: 'group', 'aria-label': t('model.side') });
  #diagram = h('tandem-diagram');
  #steps = h('tandem-steps');
  #tables = h('tandem-tables');

  connectedCallback() {
    if (this.firstChild) return;
    this.append(h('section', {}, h('div', { class: 'bar' }, this.#title, this.#sides), this.#state, this.#diagram, this.#tables, this.#steps));
    this.addEventListener('period-chosen', ({ detail }) => this.#choose(detail.days));
    this.addEventListener('diagram-step', ({ detail }) => this.#steps.pointAt(detail.id));
    this.addEventListener('step-chosen', ({ detail }) => this.#point(detail.id));
  }

  get process() {
    return this.#file?.replace(/\.bpmn$/, '');
  }

  /** finding, at: shown on the diagram, if one was chosen */
  async show({ file, gate, now, finding, at }) {
    const other = file !== this.#file;
    if (other) {
      this.#wantsSaved = true;
      this.#finding = undefined;
    }
    if (finding) {
      this.#wantsSaved = true;
      this.#finding = { finding, at };
    }
    this.#file = file;
    this.#gate = gate;
    this.#now = now;
    await this.#draw(Boolean(finding));
    if (other && file.endsWith('.bpmn')) await this.#count();
    else this.#counts();
  }

  async #draw(marksChanged) {
    const { refused, live } = this.#gate;
    const saved = refused?.files?.includes(this.#file) ?? false;
    const version = saved && this.#wantsSaved ? refused : live;
    const source = `${version?.number} ${this.#file}`;
    this.#describe(saved, version);
    const isNew = source !== this.#shownSource;
    if (isNew) {
      this.#shownSource = source;
      await this.#picture(version);
    } else if (!marksChanged) return;
    this.#mark(isNew);
  }

  #describe(saved, version) {
    const ofProcess = this.#process();
    this.#title.textContent = ofProcess?.name ?? this.#file;
    const older = ofProcess ? ofProcess.versions.filter(({ version }) => version < ofProcess.version).reduce((sum, { tickets }) => sum + tickets, 0) : 0;
    this.#state.textContent = [
      saved ? t(version === this.#gate.refused ? 'model.saved' : 'model.liveBeside') : t('model.live'),
      older ? counted('model.older', older) : ''].join(' ');
    this.#sides.replaceChildren(...(saved ? ['saved', 'live'].map((side) => h('button', { type: 'button', 'data-side': side, 'aria-pressed': String((side === 'saved') === this.#wantsSaved), onclick: () => this.#turn(side) }, t(`model.side.${side}`))) : []));
  }

  #process() {
    return this.#now?.processes.find(({ process }) => process === this.process);
  }

  async #turn(side) {
    this.#wantsSaved = side === 'saved';
    await this.#draw(false);
    this.#counts();
    this.#sides.querySelector(`[data-side=${side}]`)?.focus();
  }

  async #picture(version) {
    const drawn = this.#file.endsWith('.bpmn');
    this.#diagram.hidden = !drawn;
    this.#steps.hidden = !drawn;
    this.#tables.hidden = drawn;
    const source = await sourceOf(this.#file, version, this.#gate);
    if (drawn) this.#steps.show(await this.#diagram.show(source, this.#title.textContent), this.#title.textContent);
    else this.#tables.show(source, this.#findings().map(({ element }) => element?.id));
    this.#counts();
  }

  #findings() {
    const version = this.#wantsSaved && this.#gate.refused ? this.#gate.refused : this.#gate.live;
    return (version?.findings ?? []).filter(({ file, element, way }) => [file, element?.file, ...way.map((step) => step.file)].includes(this.#file));
  }

  #mark(isNew) {
    if (this.#file.endsWith('.bpmn')) this.#diagram.mark(marksOf(this.#file, this.#findings(), this.#finding), isNew);
  }

  #point(id) {
    this.#steps.pointAt(id);
    this.#diagram.mark([{ id, kind: 'chosen' }, ...marksOf(this.#file, this.#findings(), this.#finding)]);
  }

  #counts() {
    const counts = this.#process()?.steps ?? [];
    if (!this.#file.endsWith('.bpmn')) return;
    this.#diagram.counts = counts;
    this.#steps.now = counts;
  }

  async #choose(days) {
    this.#days = days;
    await this.#count();
  }

  async #count() {
    const asked = `${this.process} ${this.#days}`;
    this.#steps.figures = null;
    const found = await figures(this.process, this.#days).catch(({ status }) => (status === 404 ? undefined : null));
    if (found && asked === `${this.process} ${this.#days}`) this.#steps.figures = found;
    this.#counts();
  }
}

customElements.define('tandem-model', TandemModel);

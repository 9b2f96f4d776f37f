import { h, tell } from '../insight/dom.js';
import { counted, numberOf, t, word } from './words.js';
import Viewer from './vendor/diagram-viewer.js';

const ZOOM = { least: 0.2, most: 4, step: 1.25, readable: 0.5 };
const COLOURS = { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--ink)', defaultLabelColor: 'var(--ink)' };
const STEP = 60;
const MARGIN = 60;

/** A diagram to look at, with counts and marks on it. Its elements in words stand in the table below it. */
class TandemDiagram extends HTMLElement {
  #viewer;
  #canvas = h('div', { class: 'canvas' });
  #failure = h('p', { class: 'undrawable', role: 'status', hidden: true });
  #marked = [];

  connectedCallback() {
    if (this.#viewer) return;
    const button = (action, sign, act) => h('button', { type: 'button', 'data-action': action, 'aria-label': t(`diagram.${action}`), title: t(`diagram.${action}`), onclick: act }, sign);
    this.append(
      h('div', { class: 'tools', role: 'toolbar', 'aria-label': t('diagram.tools') },
        button('zoomIn', '+', () => this.#zoom(ZOOM.step)),
        button('zoomOut', '−', () => this.#zoom(1 / ZOOM.step)),
        button('fit', t('diagram.fit.short'), () => this.#fit())),
      this.#canvas, this.#failure);
    this.#viewer = new Viewer({ container: this.#canvas, bpmnRenderer: COLOURS, keyboard: { bind: false } });
    this.#viewer.on('element.click', ({ element }) => element.businessObject && tell(this, 'diagram-step', { id: element.businessObject.id }));
    new ResizeObserver(() => this.#canvas.clientWidth && this.#viewer.get('canvas').resized()).observe(this.#canvas);
  }

  /** Draws it; resolves to its steps in the order of reading: [{id, name, kind}], none if it cannot be drawn. */
  async show(xml, name) {
    this.#marked = [];
    this.#failure.hidden = true;
    this.#canvas.hidden = false;
    try {
      await this.#viewer.importXML(xml);
    } catch {
      this.#failure.textContent = t('diagram.undrawable');
      this.#failure.hidden = false;
      this.#canvas.hidden = true;
      return [];
    }
    this.#label(name);
    this.#fit(ZOOM.readable);
    return this.#steps();
  }

  #label(name) {
    const svg = this.#canvas.querySelector('svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', t('diagram.label', { name }));
    this.#canvas.querySelector('.djs-overlay-container')?.setAttribute('aria-hidden', 'true');
    svg.onkeydown = (event) => this.#key(event);
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      '+': () => this.#zoom(ZOOM.step), '=': () => this.#zoom(ZOOM.step), '-': () => this.#zoom(1 / ZOOM.step), 0: () => this.#fit(),
      ArrowLeft: () => this.#move(STEP, 0), ArrowRight: () => this.#move(-STEP, 0), ArrowUp: () => this.#move(0, STEP), ArrowDown: () => this.#move(0, -STEP),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  #zoom(factor) {
    const canvas = this.#viewer.get('canvas');
    canvas.zoom(Math.min(ZOOM.most, Math.max(ZOOM.least, canvas.zoom() * factor)));
  }

  #move(dx, dy) {
    this.#viewer.get('canvas').scroll({ dx, dy });
  }

  /** least: where the whole would be too small to read, its beginning is shown instead. */
  #fit(least = 0) {
    const canvas = this.#viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    const { inner, outer } = canvas.viewbox();
    if (canvas.zoom() >= least) return;
    canvas.viewbox({ x: inner.x - 20, y: inner.y - 20, width: outer.width / least, height: outer.height / least });
  }

  /** From the start events on, along the flows; what hangs on a step's boundary right after it. */
  #steps() {
    const shapes = this.#viewer.get('elementRegistry').filter(({ type, businessObject }) => type !== 'label' && businessObject?.$instanceOf?.('bpmn:FlowNode'));
    const byPlace = [...shapes].sort((one, other) => one.x - other.x || one.y - other.y);
    const found = new Set();
    // what stands in a subprocess comes with it, after the way of the process itself
    const open = byPlace.filter(({ businessObject, parent }) => businessObject.$type === 'bpmn:StartEvent' && !parent.businessObject.$instanceOf('bpmn:SubProcess'));
    for (const rest of [null, ...byPlace]) {
      if (rest && !found.has(rest)) open.push(rest);
      while (open.length) {
        const shape = open.shift();
        if (found.has(shape)) continue;
        found.add(shape);
        const within = (shape.children ?? []).filter(({ businessObject }) => businessObject.$type === 'bpmn:StartEvent');
        open.unshift(...(shape.attachers ?? []), ...within);
        open.push(...(shape.outgoing ?? []).map(({ target }) => target).filter((target) => shapes.includes(target)));
      }
    }
    return [...found].map(({ businessObject: { id, name, $type } }) => ({ id, name: name || id, kind: word('kind', $type.replace('bpmn:', '')) }));
  }

  /** counts: [{step, tickets, stuck}] */
  set counts(counts) {
    const overlays = this.#viewer.get('overlays');
    overlays.remove({ type: 'tickets' });
    for (const { step, tickets, stuck } of counts) {
      if (!this.#viewer.get('elementRegistry').get(step)) continue;
      const title = counted('now.tickets', tickets) + (stuck ? `, ${counted('now.stuck', stuck)}` : '');
      const html = h('div', { class: stuck ? 'tickets stuck' : 'tickets', title, 'data-tickets': step }, numberOf(tickets));
      overlays.add(step, 'tickets', { position: { top: -14, right: 14 }, scale: { min: 0.9, max: 1.4 }, html });
    }
  }

  /** The whole if it can be read; else what is marked, as large as can be; else, where that lies too far apart, the whole. */
  #fitTo(shapes) {
    const canvas = this.#viewer.get('canvas');
    this.#fit();
    const { outer } = canvas.viewbox();
    if (canvas.zoom() >= ZOOM.readable || !shapes.length) return;
    const left = Math.min(...shapes.map(({ x }) => x)) - MARGIN;
    const top = Math.min(...shapes.map(({ y }) => y)) - MARGIN;
    const width = Math.max(...shapes.map((shape) => shape.x + shape.width)) + MARGIN - left;
    const height = Math.max(...shapes.map((shape) => shape.y + shape.height)) + MARGIN - top;
    const zoom = Math.min(1, outer.width / width, outer.height / height);
    if (zoom < canvas.zoom()) return;
    const seen = { width: outer.width / zoom, height: outer.height / zoom };
    canvas.viewbox({ x: left - (seen.width - width) / 2, y: top - (seen.height - height) / 2, ...seen });
  }

  /**
   * marks: [{id, kind: 'wrong' | 'warned' | 'way' | 'chosen', number?}]; the chosen one comes into sight, or, where nobody
   * has chosen and looked yet, all of them
   */
  mark(marks, isNew) {
    const canvas = this.#viewer.get('canvas');
    const overlays = this.#viewer.get('overlays');
    const elements = this.#viewer.get('elementRegistry');
    overlays.remove({ type: 'way' });
    for (const { id, kind } of this.#marked) elements.get(id) && canvas.removeMarker(id, kind);
    this.#marked = marks.filter(({ id }) => elements.get(id));
    for (const { id, kind, number } of this.#marked) {
      canvas.addMarker(id, kind);
      if (number) overlays.add(id, 'way', { position: { top: -14, left: -10 }, scale: { min: 0.9, max: 1.4 }, html: h('div', { class: 'place', 'data-place': number }, numberOf(number)) });
    }
    const chosen = this.#marked.find(({ kind }) => kind === 'chosen');
    if (isNew && this.#marked.length) this.#fitTo(this.#marked.map(({ id }) => elements.get(id)).filter(({ width }) => width));
    if (chosen) canvas.scrollToElement(elements.get(chosen.id), { top: 80, right: 120, bottom: 80, left: 120 });
  }
}

customElements.define('tandem-diagram', TandemDiagram);

import { h, tell } from '../insight/dom.js';
import { counted, dayOf, durationOf, numberOf, shareOf, t } from './words.js';

const DAYS = [7, 30, 90];

/** All steps of a diagram in words: how many tickets are there now, how long they stayed, how they went on. */
class TandemSteps extends HTMLElement {
  #steps = [];
  #now = new Map();
  #figures = new Map();
  #period;
  #rows = new Map();
  #days = 30;

  /** steps: as the diagram tells them; name: of the process */
  show(steps, name) {
    this.#steps = steps;
    this.#rows = new Map(steps.map(({ id }) => [id, h('tr', { 'data-step': id })]));
    this.#period = h('p', { class: 'soft' });
    this.replaceChildren(
      h('div', { class: 'bar' }, h('h3', { id: 'steps' }, t('steps.title')), this.#choice()),
      this.#period,
      h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-labelledby': 'steps' },
        h('table', { class: 'steps' },
          h('caption', { class: 'sr' }, t('steps.caption', { name })),
          h('thead', {}, h('tr', {}, ['step', 'now', 'times', 'median', 'slowest', 'onward'].map((column) =>
            h('th', { scope: 'col', class: column === 'onward' ? 'onward' : column === 'step' ? null : 'number' }, t(`steps.${column}`))))),
          h('tbody', {}, [...this.#rows.values()]))),
      h('details', { class: 'means' }, h('summary', {}, t('steps.means')), ...['now', 'times', 'median', 'onward', 'people', 'few'].map((key) => h('p', {}, t(`steps.means.${key}`)))));
    this.#draw();
  }

  #choice() {
    return h('div', { class: 'period', role: 'group', 'aria-label': t('steps.period') }, DAYS.map((days) =>
      h('button', { type: 'button', 'data-days': days, 'aria-pressed': String(days === this.#days), onclick: () => this.#choose(days) }, counted('steps.days', days))));
  }

  #choose(days) {
    this.#days = days;
    for (const button of this.querySelectorAll('[data-days]')) button.setAttribute('aria-pressed', String(Number(button.dataset.days) === days));
    tell(this, 'period-chosen', { days });
  }

  set now(counts) {
    this.#now = new Map(counts.map((count) => [count.step, count]));
    this.#draw();
  }

  /** As /figures tells them; null while they are fetched. */
  set figures(figures) {
    this.#figures = new Map((figures?.steps ?? []).map((step) => [step.step, step]));
    if (this.#period) {
      this.#period.textContent = !figures ? t('steps.loading') : t('steps.since', { from: dayOf(figures.from) })
        + (figures.steps.some(({ ofPeople }) => ofPeople) ? ` ${counted('steps.weeks', figures.weeks, { until: dayOf(dayBefore(figures.weeksUntil)) })}` : '');
    }
    this.#draw();
  }

  #draw() {
    for (const step of this.#steps) this.#rows.get(step.id).replaceChildren(...this.#cells(step));
  }

  #cells({ id, name, kind }) {
    const now = this.#now.get(id);
    const figure = this.#figures.get(id);
    return [
      h('th', { scope: 'row' }, h('button', { type: 'button', class: 'plain', onclick: () => tell(this, 'step-chosen', { id }) }, name), h('small', {}, kind)),
      h('td', { class: 'number' }, now ? [h('strong', {}, numberOf(now.tickets)), now.stuck ? h('small', { class: 'bad' }, counted('now.stuck', now.stuck)) : ''] : '–'),
      ...(figure?.tooFew ? [h('td', { class: 'few', colspan: 4 }, t('steps.few'))] : this.#told(figure)),
    ];
  }

  #told(figure) {
    const about = figure?.ofPeople ? t('steps.about') : '';
    const time = (seconds) => (seconds === null || seconds === undefined ? '–' : durationOf(seconds));
    return [
      h('td', { class: 'number' }, figure?.times ? `${about}${numberOf(figure.times)}` : '–'),
      h('td', { class: 'number' }, time(figure?.median)),
      h('td', { class: 'number' }, time(figure?.slowest)),
      h('td', { class: 'onward' }, figure?.times ? this.#onward(figure.onward) : '–'),
    ];
  }

  #onward(ways) {
    const all = ways.reduce((sum, { times }) => sum + times, 0);
    return h('ul', {}, ways.map(({ how, next, times }) =>
      h('li', {}, all ? `${shareOf(times, all)} ` : '', t(`how.${how}`, { next: this.#steps.find(({ id }) => id === next)?.name ?? next ?? '' }))));
  }

  /** Brings a step into sight and marks it, also for who only hears it. */
  pointAt(id) {
    for (const [step, row] of this.#rows) row.classList.toggle('chosen', step === id);
    this.#rows.get(id)?.scrollIntoView({ block: 'nearest' });
  }
}

function dayBefore(day) {
  const date = new Date(`${day}T12:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

customElements.define('tandem-steps', TandemSteps);

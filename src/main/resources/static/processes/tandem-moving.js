import { goOn, migrate, migrationPlan, migrations, stop } from './api.js';
import { h, tell } from '../insight/dom.js';
import { counted, momentOf, numberOf, t } from './words.js';

/** Takes open tickets to the live version when an owner says so: what would happen, a dry run, the move and how far it is. */
class TandemMoving extends HTMLElement {
  #drawn;
  #acts = h('div', { class: 'acts' },
    this.#button('plan', () => this.#plan()), this.#button('try', () => this.#start(true)), this.#button('start', () => this.#ask()));
  #means = h('p', { class: 'soft' });
  #failure = h('p', { class: 'bad', role: 'alert', hidden: true });
  #planned = h('div', { class: 'plan', role: 'status', tabindex: -1, hidden: true });
  #run = h('div', { class: 'run', role: 'status' });
  #dialog = h('dialog', { 'aria-labelledby': 'moving-sure' });

  #button(name, does) {
    return h('button', { type: 'button', 'data-action': name, onclick: does }, t(`moving.${name}`));
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.#means.textContent = t('moving.try.means');
    this.append(h('section', {}, this.#acts, this.#means, this.#failure, this.#planned, this.#run), this.#dialog);
  }

  /** processes: as /now tells them */
  async refresh(processes) {
    const older = processes.some(({ version, versions }) => versions.some((each) => each.version < version && each.tickets));
    const latest = (await migrations()).migrations[0];
    const running = latest?.state === 'RUNNING';
    this.hidden = !older && !latest;
    this.#acts.hidden = this.#means.hidden = !older;
    for (const button of this.#acts.querySelectorAll('[data-action=try], [data-action=start]')) button.disabled = running;
    const drawn = JSON.stringify(latest);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#run.replaceChildren(...(latest ? this.#show(latest) : []));
  }

  #show({ id, dryRun, state, startedBy, startedAt, moved, failed, left, results }) {
    const kind = dryRun ? '.dry' : '';
    const numbers = { moved: numberOf(moved), failed: numberOf(failed), left: numberOf(left) };
    return [
      h('h3', {}, t(`moving.run${kind}`, { by: startedBy, at: momentOf(startedAt) }), ': ', t(`moving.state.${state}`)),
      h('progress', { max: Math.max(1, moved + failed + left), value: left || moved + failed ? moved + failed : 1, 'aria-label': t('moving.progress') }),
      h('p', {}, t(`moving.figures${kind}`, numbers)),
      h('ul', {}, results.map(({ name, version, text, tickets, example, outcome }) => h('li', { 'data-outcome': outcome },
        t('moving.plan.version', { name, version: numberOf(version) }), ': ', counted('now.tickets', tickets), '. ', text,
        outcome !== 'MOVED' && example ? ` (${t('moving.example', { number: example })})` : ''))),
      h('div', { class: 'acts' },
        state === 'RUNNING' && this.#button('stop', () => this.#does(() => stop(id))),
        state === 'STOPPED' && this.#button('goOn', () => this.#does(() => goOn(id)))),
    ];
  }

  async #plan() {
    await this.#does(async () => {
      const { versions } = await migrationPlan();
      this.#planned.hidden = false;
      this.#planned.replaceChildren(h('h3', {}, t('moving.plan.title')), ...versions.flatMap((each) => this.#version(each)));
      this.#planned.focus();
    });
  }

  #version({ version: { name, version, tickets }, stays, timers }) {
    const here = (count) => (count ? counted('moving.plan.here', count) : t('moving.plan.here.none'));
    return [
      h('h4', {}, t('moving.plan.version', { name, version: numberOf(version) }), ': ', counted('now.tickets', tickets)),
      stays.length || timers.length
        ? h('ul', {}, stays.map(({ text, tickets: count }) => h('li', {}, text, ' ', here(count))), timers.map(({ text }) => h('li', {}, text)))
        : h('p', {}, t('moving.plan.fits')),
    ];
  }

  async #ask() {
    await this.#does(async () => {
      const { tickets } = await migrationPlan();
      this.#dialog.replaceChildren(h('form', { method: 'dialog', onsubmit: () => this.#start(false) },
        h('h2', { id: 'moving-sure' }, counted('moving.sure.title', tickets)), h('p', {}, t('moving.sure.text')),
        h('div', { class: 'acts' }, h('button', { type: 'button', 'data-action': 'cancel', onclick: () => this.#dialog.close() }, t('moving.sure.cancel')),
          h('button', { class: 'main', 'data-action': 'confirm' }, t('moving.sure.do')))));
      this.#dialog.showModal();
    });
  }

  /** What the diagrams said before it is no news after it. */
  #start(dryRun) {
    this.#planned.hidden = true;
    return this.#does(() => migrate(dryRun));
  }

  /** Whatever came of it, the page looks again. */
  async #does(what) {
    this.#failure.hidden = true;
    try {
      await what();
      tell(this, 'gate-moved');
    } catch (failure) {
      this.#failure.textContent = failure.message;
      this.#failure.hidden = false;
    }
  }
}

customElements.define('tandem-moving', TandemMoving);

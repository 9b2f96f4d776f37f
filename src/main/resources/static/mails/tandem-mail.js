import { h, setText, tell } from '../insight/dom.js';
import * as api from './api.js';
import { isMeant } from './dismissal.js';
import { mailContent } from './mail-content.js';
import { best, momentOf, sizeOf, t } from './words.js';

/** One mail: folded, who wrote it when and why it is no ticket; open, what it says and what can become of it. */
class TandemMail extends HTMLElement {
  #mail;
  #list;
  #details;
  #content = h('div', { class: 'content' });
  #wait = h('p', { class: 'soft', role: 'status' });
  #failure = h('p', { class: 'bad', role: 'alert', hidden: true });

  show(mail, list) {
    this.#mail = { ...mail, title: mail.subject || t('noSubject') };
    this.#list = list;
    this.dataset.mail = mail.id;
    this.#draw(false);
  }

  #draw(open) {
    this.#details = h('details', { open, ontoggle: () => this.#read() }, h('summary', {}, this.#summary()),
      h('div', { class: 'opened' }, this.#content, this.#further(), this.#failure, this.#wait, this.#acts()));
    this.replaceChildren(this.#details);
  }

  #summary() {
    const { title, sender, doubted, mailbox, receivedAt, size, reason, asked } = this.#mail;
    return h('span', { class: 'about' },
      h('span', { class: 'title', dir: 'auto' }, title),
      h('span', { class: 'who' }, sender ?? t('noSender'), doubted && h('strong', { class: 'bad' }, ` ${t('doubted')}`)),
      h('span', { class: 'soft' }, t('about', { mailbox, at: momentOf(receivedAt), size: sizeOf(size) })),
      h('span', { class: 'why' }, reason, asked && h('strong', {}, ` ${t('asked')}`)));
  }

  async #read() {
    if (!this.#details.open || this.#content.firstChild) return;
    const { here, kind, id } = this.#mail;
    if (!here) return this.#content.append(h('p', {}, best('text.nothing', kind)));
    this.#content.append(h('p', { class: 'soft', role: 'status' }, t('reading')));
    try {
      this.#content.replaceChildren(...mailContent(await api.read(id)));
    } catch (failure) {
      this.#content.replaceChildren(h('p', { class: 'bad', role: 'alert' }, t('failed.mail', { reason: failure.message })));
    }
  }

  #further() {
    const { here, id, detail, doubted } = this.#mail;
    return [
      doubted && h('p', { class: 'warned' }, t('doubted.means')),
      here && h('p', {}, h('a', { href: api.rawOf(id), download: `${id}.eml`, 'data-action': 'raw' }, t('raw')), ' ', h('span', { class: 'soft' }, t('raw.means'))),
      detail && h('details', { class: 'said' }, h('summary', {}, t('detail')), h('p', { class: 'source' }, detail)),
    ];
  }

  #acts() {
    const { acts, kind, asked } = this.#mail;
    const does = { TICKET: () => this.#makeTicket(), AGAIN: () => this.#tryAgain(), DISMISS: () => this.#dismiss() };
    const not = [acts.includes('TICKET') ? '' : best('noTicket', kind), kind === 'TOO_LARGE' && !asked && !acts.includes('AGAIN') && t('noAgain')];
    return h('ul', { class: 'choices', 'aria-label': t('acts') },
      acts.map((act) => this.#act(act.toLowerCase(), does[act])),
      not.filter(Boolean).map((words) => h('li', { class: 'not' }, words)));
  }

  #act(name, does) {
    const id = `${name}-${this.#mail.id}`;
    return h('li', {},
      h('button', { type: 'button', 'data-action': name, class: name === 'ticket' ? 'main' : null, 'aria-describedby': id, onclick: () => this.#isBusy() || does() }, t(`act.${name}`)),
      h('span', { id }, best(`act.${name}.means`, this.#mail.kind, this.#list)));
  }

  #makeTicket() {
    return this.#does(async () => {
      const { ticket, number } = await api.makeTicket(this.#mail.id);
      const opens = this.closest('tandem-mails').dataset.opens === 'true';
      this.#decided(t('done.ticket', { number, subject: this.#mail.title }), opens && h('a', { href: api.placeOf(ticket), 'data-action': 'open' }, t('done.open', { number })));
    });
  }

  #tryAgain() {
    return this.#does(async () => {
      await api.tryAgain(this.#mail.id);
      const words = t('done.again', { subject: this.#mail.title });
      if (this.#mail.kind !== 'NOT_FETCHED' && this.#mail.kind !== 'TOO_LARGE') return this.#decided(words);
      // it stays in the list until it has come
      Object.assign(this.#mail, { asked: true, acts: this.#mail.acts.filter((act) => act !== 'AGAIN') });
      this.#draw(true);
      this.querySelector('summary').focus();
      tell(this, 'mail-report', t('done.asked', { subject: this.#mail.title }));
    });
  }

  async #dismiss() {
    if (!(await isMeant(this.#mail.title))) return;
    await this.#does(async () => {
      await api.dismiss(this.#mail.id);
      this.#decided(t('done.dismiss', { subject: this.#mail.title }));
    });
  }

  #decided(words, link) {
    this.replaceChildren(h('p', { class: 'done' }, words, link && ' ', link));
    if (link) link.focus();
    tell(this, 'mail-decided', { leads: Boolean(link) });
    tell(this, 'mail-report', words);
  }

  #isBusy() {
    return this.getAttribute('aria-busy') === 'true';
  }

  /** Buttons keep the focus while they wait. */
  async #does(act) {
    this.setAttribute('aria-busy', 'true');
    this.#failure.hidden = true;
    setText(this.#wait, t('busy'));
    try {
      await act();
    } catch (failure) {
      this.#failure.textContent = failure.message;
      this.#failure.hidden = false;
    } finally {
      setText(this.#wait, '');
      this.removeAttribute('aria-busy');
    }
  }
}

customElements.define('tandem-mail', TandemMail);

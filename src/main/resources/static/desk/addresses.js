// The dialog "Another address of the customer": what is known, what was asked, and a code to one more address. An agent can ask;
// only the customer can prove it.
import { h } from './dom.js';
import { t } from './texts.js';
import { timeOf } from './time.js';

export function address({ desk }) {
  const list = h('div', { class: 'addresses' });
  const channel = h('select', { 'data-field': 'address-channel' });
  const text = h('input', { type: 'text', maxlength: 320, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false',
    'data-field': 'address' });
  const form = h('div', { class: 'address-form' }, h('p', { class: 'soft' }, t('address.explain')),
    h('label', {}, t('address.channel'), channel), h('label', {}, t('address.address'), text));
  const load = async () => {
    const { channels, known, asked } = await desk.addresses();
    channel.replaceChildren(...channels.map((name) => h('option', { value: name }, name)));
    form.hidden = !channels.length;
    list.replaceChildren(...knownAs(known, desk, load), ...askedFor(asked), ...(channels.length ? [] : [h('p', {}, t('address.none'))]));
  };
  load().catch((failure) => list.replaceChildren(h('p', { role: 'alert' }, failure.message || t('failed.network'))));
  return {
    content: [list, form],
    label: t('address.do'),
    act: async () => {
      await desk.askAddress(channel.value, text.value);
      return { content: h('p', { role: 'status', 'data-address': 'sent' }, t('address.sent')) };
    },
  };
}

function knownAs(known, desk, reload) {
  if (!known.length) return [];
  return [h('h4', {}, t('address.known')), h('ul', {}, known.map((one) => knownOne(one, desk, reload)))];
}

function knownOne(one, desk, reload) {
  const item = h('li', { 'data-known': one.address }, h('span', {}, `${one.address} (${one.kind})`));
  if (!one.inUse) {
    item.append(h('button', { type: 'button', 'data-action': 'remove-address', 'aria-label': t('address.remove.of', one),
      onclick: () => item.append(removal(one, desk, reload, item)) }, t('address.remove')));
  }
  return item;
}

/** Only with a word why: colleagues read it on the ticket. */
function removal(one, desk, reload, item) {
  item.querySelector('button').hidden = true;
  const why = h('input', { type: 'text', maxlength: 1000, 'data-field': 'address-why' });
  const alert = h('p', { class: 'bad', role: 'alert', hidden: true });
  const remove = async () => {
    try {
      await desk.removeAddress(one.kind, one.address, why.value);
      await reload();
    } catch (failure) {
      alert.textContent = failure.message || t('failed.network');
      alert.hidden = false;
    }
  };
  queueMicrotask(() => why.focus());
  return h('div', {}, h('label', {}, t('address.why'), why), alert,
    h('button', { type: 'button', 'data-action': 'confirm-removal', onclick: remove }, t('address.remove.do')));
}

function askedFor(asked) {
  if (!asked.length) return [];
  const words = ({ address: text, channel, state, at }) =>
    h('li', { 'data-asked': state }, `${text} (${channel}): ${t(`address.${state}`, { time: timeOf(at) })}`);
  return [h('h4', {}, t('address.asked')), h('ul', {}, asked.map(words))];
}

// What the dialogs of the menu "More" ask for, and what they do with it. What is missing the server says in words.
import { h } from './dom.js';
import { t } from './texts.js';
import { timeOf } from './time.js';

/** A question to a person or a group; the ticket stays. */
export function ask({ ticket, desk, id }) {
  const option = (kind) => (one) => h('option', { value: `${kind}:${one.id ?? one.user}` }, one.name);
  const to = h('select', { 'data-field': 'ask-to', autofocus: true },
    h('option', { value: '' }, t('pass.choose')),
    h('optgroup', { label: t('pass.people') }, ticket.people.filter(({ user }) => user !== ticket.reader).map(option('user'))),
    h('optgroup', { label: t('pass.groups') }, ticket.groups.map(option('group'))));
  const text = h('textarea', { rows: 3, maxlength: 100_000, 'data-field': 'ask-text' });
  return {
    content: [h('p', { class: 'soft' }, t('together.ask.explain')),
      h('label', {}, t('together.ask.to'), to), h('label', {}, t('together.ask.text'), text)],
    label: t('together.ask.do'),
    act: async () => {
      const [kind, ...rest] = to.value.split(':');
      await desk.ask(kind ? { [kind]: rest.join(':') } : {}, text.value, id);
    },
  };
}

export function link({ desk }) {
  const number = h('input', { type: 'number', min: 1, inputmode: 'numeric', 'data-field': 'link-number', autofocus: true });
  return {
    content: [h('p', { class: 'soft' }, t('together.link.explain')), h('label', {}, t('together.link.number'), number)],
    label: t('together.link.do'),
    act: () => desk.link(Number(number.value) || 0),
  };
}

/** Which one, and then: really? */
export function merge({ ticket, desk }) {
  const { mergeable } = ticket.together;
  if (!mergeable.length) return { content: h('p', {}, t('together.merge.none')) };
  const choices = mergeable.map(({ number, matter }, i) => choice('radio', number, i === 0, h('b', {}, `#${number}`), ` ${matter ?? ''}`));
  const chosen = (form) => Number(form.querySelector('input:checked').value);
  const content = group(t('together.merge.which'), choices);
  return {
    content,
    label: t('together.merge.next'),
    act: async () => {
      const other = chosen(content);
      return {
        content: h('p', { role: 'alert' }, t('together.merge.confirm', { other, number: ticket.number })),
        label: t('together.merge.do'),
        act: () => desk.merge(other),
      };
    },
  };
}

export function split({ ticket, desk, id }) {
  const said = ticket.said().filter(({ author, internal }) => !internal && author !== 'system');
  const choices = said.map((message) => choice('checkbox', message.id, false,
    h('b', {}, `${message.name ?? t(message.author)}, ${timeOf(message.at)}`), h('br'), wordsOf(message)));
  const content = group(t('together.split.which'), choices);
  return {
    content: [h('p', { class: 'soft' }, t('together.split.explain')), content],
    label: t('together.split.do'),
    act: async () => {
      await desk.split([...content.querySelectorAll('input:checked')].map(({ value }) => value), id);
    },
  };
}

/** What was said, in one line: a bot's without its marks, of a file its name. */
function wordsOf({ html, text, attachments }) {
  const blocks = html ? [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('p, li')] : [];
  const said = blocks.filter((block) => !block.querySelector('p')).map((block) => block.textContent).join(' ') || text;
  return [said, ...(attachments ?? []).map(({ name }) => name)].filter(Boolean).join(' · ');
}

function group(legend, choices) {
  return h('fieldset', {}, h('legend', {}, legend), h('div', { class: 'choices', tabindex: choices.length > 4 ? 0 : null }, choices));
}

function choice(type, value, checked, ...content) {
  const input = h('input', { type, name: 'choice', checked, 'data-choice': value });
  input.value = value;
  return h('label', {}, input, h('span', {}, content));
}

// "@" in a box for notes offers colleagues: by keyboard, mouse and screen reader. Who is named is read from the text.
import { css, h } from './dom.js';
import { t } from './texts.js';

const MOST = 6;
// an @ at the start of a word and what stands between it and the caret
const TYPED = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}][\p{L}\p{N} .'-]{0,40}|)$/u;
let made = 0;

export const mentionSheet = css(`
  .mentions { position: relative; }
  .mentions ul { position: absolute; bottom: calc(100% + 4px); left: 0; z-index: 5; min-width: min(240px, 100%); max-width: 100%;
    background: var(--paper); border: 1px solid #8d999d; border-radius: 8px; box-shadow: 0 4px 16px rgb(0 0 0 / .2); padding: 4px; }
  .mentions li { padding: 5px 10px; border-radius: 6px; cursor: pointer; display: flex; gap: 10px; justify-content: space-between; }
  .mentions li[aria-selected="true"] { background: var(--accent-soft); color: #0e4f4a; }
  .mentions small { color: var(--ink-soft); }
`);

/** The box with its offers around it; people() gives [{user, name}]. The root needs mentionSheet. */
export function mentions(box, people) {
  const id = `mentions-${++made}`;
  const list = h('ul', { id, role: 'listbox', 'aria-label': t('together.mention.people'), hidden: true });
  const told = h('span', { class: 'sr', role: 'status' });
  let offers = [];
  let chosen = 0;

  const show = (found) => {
    offers = found;
    chosen = 0;
    list.hidden = !found.length;
    list.replaceChildren(...found.map(({ user, name }, i) => h('li', {
      id: `${id}-${i}`, role: 'option', 'data-mention': user,
      onpointerdown: (event) => { event.preventDefault(); insert(offers[i]); },
    }, name, h('small', {}, user))));
    told.textContent = found.length ? t('together.mention.offer', { count: found.length }) : '';
    mark();
  };

  const mark = () => {
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)));
    if (offers.length) box.setAttribute('aria-activedescendant', `${id}-${chosen}`);
    else box.removeAttribute('aria-activedescendant');
  };

  const look = () => {
    const typed = TYPED.exec(box.value.slice(0, box.selectionStart));
    show(typed ? fitting(people(), typed[1]) : []);
  };

  const insert = (person) => {
    const typed = TYPED.exec(box.value.slice(0, box.selectionStart))[1];
    box.setRangeText(`${wordFor(person, people())} `, box.selectionStart - typed.length, box.selectionStart, 'end');
    box.focus();
    show([]);
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-haspopup', 'listbox');
  box.setAttribute('aria-controls', id);
  box.addEventListener('input', look);
  box.addEventListener('click', look);
  box.addEventListener('blur', () => show([]));
  box.addEventListener('keydown', (event) => {
    if (!offers.length || event.ctrlKey || event.metaKey || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) chosen = (chosen + step + offers.length) % offers.length;
    else if (event.key === 'Enter' || event.key === 'Tab') insert(offers[chosen]);
    else if (event.key === 'Escape') show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
    mark();
  });
  return h('div', { class: 'mentions' }, box, list, told);
}

function fitting(people, typed) {
  const start = typed.toLowerCase();
  const fits = ({ user, name }) => [user, name, ...name.split(/\s+/)].some((word) => word.toLowerCase().startsWith(start));
  const whole = people.some(({ user, name }) => [user, name].some((word) => word.toLowerCase() === start));
  const found = people.filter(fits);
  return whole && found.length === 1 ? [] : found.slice(0, MOST);
}

/** Where two have the same name, the log-in tells them apart. */
function wordFor({ user, name }, people) {
  return people.filter((other) => other.name.toLowerCase() === name.toLowerCase()).length > 1 ? user : name;
}

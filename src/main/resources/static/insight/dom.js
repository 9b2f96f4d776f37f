// Small building blocks for elements; no framework, no inline style (the CSP forbids it).

/** Builds an element: h('button', {class: 'x', onclick: f, 'aria-label': 'y'}, 'text', child). Never parses HTML. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Tells the elements around what happened. */
export const tell = (element, name, detail) => element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));

/** Sets the text only where it changed, so that live regions do not speak twice. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

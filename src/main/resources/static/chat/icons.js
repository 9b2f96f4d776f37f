// Line icons, 24 by 24, drawn in the colour of the text around them; decoration only, so hidden from readers.
const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  bot: 'M12 3.5v3M7.5 6.5h9a4 4 0 0 1 4 4v5a4 4 0 0 1-4 4h-9a4 4 0 0 1-4-4v-5a4 4 0 0 1 4-4ZM9 11.5v2M15 11.5v2',
  queue: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5',
  done: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM8.3 12.3l2.5 2.5 5-5.3',
  send: 'M12 19V5.5M6 11l6-6 6 6',
  source: 'M7 3.5h7l4.5 4.5v10.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2ZM14 3.5V8h4.5M8.5 12.5h7M8.5 16h5',
  up: 'M7.5 10.5v9.5M7.5 10.5 11.3 3.5c1.7 0 2.7 1.2 2.4 2.8L13.1 9.5h4.6a2.3 2.3 0 0 1 2.3 2.8l-1.3 5.9a2.3 2.3 0 0 1-2.3 1.8H4.5v-9.5h3Z',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  fresh: 'M12 5.5v13M5.5 12h13',
  arrow: 'M12 5v13.5M6 13l6 6 6-6',
  example: 'M9 6l6 6-6 6',
  notice: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 8v4.5M12 15.8v.2',
  clip: 'M19 11.5l-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l7.8-7.8a3.1 3.1 0 0 1 4.4 4.4l-7.7 7.7a1.6 1.6 0 0 1-2.2-2.2l7-7',
  file: 'M7 3.5h7l4.5 4.5v10.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2ZM14 3.5V8h4.5',
  face1: 'M8.5 9.5v.8M15.5 9.5v.8M8 16.8c1-1.9 2.4-2.8 4-2.8s3 .9 4 2.8',
  face2: 'M8.5 9.5v.8M15.5 9.5v.8M8.5 16c1-.9 2.1-1.3 3.5-1.3s2.5.4 3.5 1.3',
  face3: 'M8.5 9.5v.8M15.5 9.5v.8M8.5 15.3h7',
  face4: 'M8.5 9.5v.8M15.5 9.5v.8M8.5 14.5c1 1 2.1 1.4 3.5 1.4s2.5-.4 3.5-1.4',
  face5: 'M8.5 9.3v.8M15.5 9.3v.8M7.7 13.5c.9 2.2 2.4 3.3 4.3 3.3s3.4-1.1 4.3-3.3Z',
};

function svg(viewBox, paths) {
  const element = document.createElementNS(SVG, 'svg');
  element.setAttribute('viewBox', viewBox);
  element.setAttribute('aria-hidden', 'true');
  element.setAttribute('focusable', 'false');
  for (const [shape, attributes] of paths) {
    const child = document.createElementNS(SVG, shape);
    Object.entries(attributes).forEach(([name, value]) => child.setAttribute(name, value));
    element.append(child);
  }
  return element;
}

export function icon(name) {
  const turned = name === 'down';
  const path = { d: PATHS[turned ? 'up' : name], ...(turned && { transform: 'rotate(180 12 12)' }) };
  const element = svg('0 0 24 24', [['path', path]]);
  element.classList.add('icon');
  return element;
}

/** Two wheels that hold each other: the machine and the person. */
export function mark() {
  const element = svg('0 0 32 32', [
    ['circle', { cx: 11.5, cy: 16, r: 8, class: 'machine' }],
    ['circle', { cx: 20.5, cy: 16, r: 8, class: 'human' }],
    ['path', { d: 'M11.5 8A8 8 0 0 1 19.5 16', class: 'machine' }],
  ]);
  element.classList.add('mark');
  return element;
}

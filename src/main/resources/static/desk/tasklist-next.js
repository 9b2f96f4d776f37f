// Tasklist's plug-in (customScripts in its config.js): "give me the next" in the bar above all lists and tickets.
import { h } from './dom.js';
import { open } from './place.js';
import './tandem-next.js';

let next;

export default {
  id: 'tandem-next',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: (container) => {
    next = h('tandem-next');
    next.addEventListener('desk-given', ({ detail: { task } }) => open(task));
    container.append(next);
  },
  unmount: () => next?.remove(),
};

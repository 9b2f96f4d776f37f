// Tasklist's plug-in (customScripts in its config.js): "give me the next" in the bar above all lists and tickets.
import { h } from './dom.js';
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

/** As a click in the list does it: Tasklist follows its address. */
function open(task) {
  const [path, query = ''] = location.hash.split('?');
  const search = new URLSearchParams(query);
  search.set('task', task);
  search.delete('detailsTab');
  location.hash = `${path || '#/'}?${search}`;
}

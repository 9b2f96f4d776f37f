// Tasklist's plug-in (customScripts in its config.js): what is new, in the bar above all lists and tickets.
import { h } from './dom.js';
import { open } from './place.js';
import './tandem-news.js';

let news;

export default {
  id: 'tandem-news',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1100,
  render: (container) => {
    news = h('tandem-news');
    news.addEventListener('desk-given', ({ detail: { task } }) => open(task));
    container.append(news);
  },
  unmount: () => news?.remove(),
};

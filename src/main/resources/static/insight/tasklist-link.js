// Puts "My work" into Tasklist's menu bar, before the name of the person. Tasklist, which is AngularJS, draws the bar late.
import { language } from '../desk/texts.js';

const NAMES = { de: 'Meine Arbeit', en: 'My work' };
const home = new URL('../desk/my-work', import.meta.url);

function add() {
  const account = document.querySelector('[cam-widget-header] li.account');
  if (!account || document.querySelector('li.my-work')) return;
  const link = document.createElement('a');
  link.href = home;
  link.textContent = NAMES[language];
  const item = document.createElement('li');
  item.className = 'my-work';
  item.append(link);
  account.before(item);
}

new MutationObserver(add).observe(document.documentElement, { childList: true, subtree: true });
add();

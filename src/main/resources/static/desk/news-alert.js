// The browser's own notification: only while no tab of ours is to be seen, and only if the agent has allowed it by a button.
import { groups, sentenceOf } from './news-words.js';
import { t } from './texts.js';

/** default (not asked yet), granted or denied; nothing where the browser has none, as without HTTPS. */
export const permission = () => globalThis.Notification?.permission;

export const ask = () => Notification.requestPermission();

/** One for each kind; a later one takes the place of the one before. It says no more than a number: screens are seen by others. */
export function alert(items, open) {
  if (permission() !== 'granted') return;
  for (const group of groups(items)) {
    const note = new Notification(t('news'), { body: sentenceOf(group), tag: `tandem-${group[0].kind}`, icon: '/favicon.svg' });
    note.onclick = () => {
      window.focus();
      note.close();
      open(group);
    };
  }
}

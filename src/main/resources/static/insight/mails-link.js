// In Tasklist's menu bar, for those who may decide about mails that are no ticket: the way to them, and how many wait.
import { callOf } from './call.js';
import { addLink } from './menu-link.js';

const MAY_DECIDE = ['leads', 'camunda-admin'];

async function lead() {
  const { groups } = await callOf('/api/desk')('GET', '/me');
  if (!groups.some((group) => MAY_DECIDE.includes(group))) return;
  const { mails } = await callOf('/api/mails')('GET', '/waiting');
  addLink('mails', new URL('../mails', import.meta.url), mails ? { de: `Mails (${mails} offen)`, en: `Mails (${mails} open)` } : { de: 'Mails', en: 'Mails' });
}

// Tasklist does not wait for it; where the server is away, the page of the mails is there all the same
lead().catch(() => {});

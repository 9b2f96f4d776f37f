// Replaces the engine maker's configuration of Tasklist (the class path finds this copy first).
import { language, locales } from '../../../../access/language.js';
import '../../../../access/signed-out.js';
import '../../../../insight/tasklist-link.js';
import '../../../../insight/mails-link.js';

const german = language === 'de';

export default {
  app: { vendor: 'Tandem', name: 'Tickets' },
  locales,
  disableWelcomeMessage: true,
  customScripts: ['../../../desk/tasklist-next', '../../../desk/tasklist-news'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: german ? 'übernimmt das gewählte Ticket' : 'takes the selected ticket' },
    focusFilter: { key: 'ctrl+shift+f', description: german ? 'geht zu den Filtern' : 'goes to the filters' },
    focusList: { key: 'ctrl+alt+l', description: german ? 'geht zum ersten Ticket der Liste' : 'goes to the first ticket in the list' }
  }
};

// Replaces the engine maker's configuration of Tasklist (the class path finds this copy first).
import '../../../../access/signed-out.js';
import '../../../../insight/tasklist-link.js';

export default {
  app: { vendor: 'Tandem', name: 'Tickets' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  customScripts: ['../../../desk/tasklist-next', '../../../desk/tasklist-news'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'takes the selected ticket' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the filters' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first ticket in the list' }
  }
};

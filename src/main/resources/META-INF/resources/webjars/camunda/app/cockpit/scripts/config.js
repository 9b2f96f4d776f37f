// Replaces the engine maker's configuration (the class path finds this copy first).
import { locales } from '../../../../access/language.js';
import '../../../../access/signed-out.js';
import '../../../../processes/cockpit-link.js';

export default {
  app: { vendor: 'Tandem', name: 'Cockpit' },
  locales,
  disableWelcomeMessage: true
};

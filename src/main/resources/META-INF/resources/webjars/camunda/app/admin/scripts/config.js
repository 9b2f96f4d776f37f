// Replaces the engine maker's configuration (the class path finds this copy first).
import { locales } from '../../../../access/language.js';
import '../../../../access/signed-out.js';

export default {
  app: { vendor: 'Tandem', name: 'Admin' },
  locales,
  disableWelcomeMessage: true
};

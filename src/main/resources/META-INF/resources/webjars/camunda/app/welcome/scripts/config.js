// Replaces the engine maker's configuration (the class path finds this copy first).
import '../../../../access/signed-out.js';

export default {
  app: { vendor: 'Tandem', name: 'Welcome' },
  locales: { availableLocales: ['en', 'de'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};

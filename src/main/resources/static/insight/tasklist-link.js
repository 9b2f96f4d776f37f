import { addLink } from './menu-link.js';

addLink('my-work', new URL('../desk/my-work', import.meta.url), { de: 'Meine Arbeit', en: 'My work' });

import { addLink } from '../insight/menu-link.js';

addLink('processes', new URL('../processes', import.meta.url), { de: 'Prozesse', en: 'Processes' });

import { controls } from './controls-style.js';
import { files } from './files-style.js';
import { frame } from './frame-style.js';
import { log } from './log-style.js';
import { theme } from './theme.js';

export const sheets = [theme, frame, log, controls, files];

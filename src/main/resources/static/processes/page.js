// The page /processes: its elements, each of which fetches or is given what it shows.
import './tandem-diagram.js';
import './tandem-findings.js';
import './tandem-model.js';
import './tandem-moving.js';
import './tandem-older.js';
import './tandem-steps.js';
import './tandem-tables.js';
import './tandem-versions.js';
import './tandem-processes.js';

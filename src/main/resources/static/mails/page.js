// The page /mails: its elements, each of which fetches or is given what it shows.
import './tandem-mail.js';
import './tandem-mail-list.js';
import './tandem-mails.js';

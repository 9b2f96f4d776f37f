// Says beside the link to /mails how many wait. The words come with the page.
import { callOf } from './call.js';

class TandemWaitingMails extends HTMLElement {
  async connectedCallback() {
    try {
      const { mails } = await callOf('/api/mails')('GET', '/waiting');
      if (mails) this.textContent = this.dataset.words.replace('{count}', mails);
    } catch {
      // the link leads there all the same
    }
  }
}

customElements.define('tandem-waiting-mails', TandemWaitingMails);

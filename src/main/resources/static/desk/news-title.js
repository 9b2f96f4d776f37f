// "(3) Tickets": how much is new, in the title of the tab. Tasklist sets the title, too.

export class NewsTitle {
  #count = 0;
  #watch = new MutationObserver(() => this.#write());

  constructor() {
    this.#watch.observe(document.head, { childList: true, subtree: true, characterData: true });
  }

  close() {
    this.#watch.disconnect();
    this.count = 0;
  }

  set count(count) {
    this.#count = count;
    this.#write();
  }

  #write() {
    const plain = document.title.replace(/^\(\d+\) /, '');
    const wanted = this.#count ? `(${this.#count}) ${plain}` : plain;
    if (document.title !== wanted) document.title = wanted;
  }
}

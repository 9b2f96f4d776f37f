// Puts a link into the menu bar of the engine's pages, before the name of the person. They are AngularJS and draw the bar late.

/** names: by language */
export function addLink(className, address, names) {
  const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in names) ?? 'en';
  const add = () => {
    const account = document.querySelector('[cam-widget-header] li.account');
    if (!account || document.querySelector(`li.${className}`)) return;
    const link = document.createElement('a');
    link.href = address;
    link.textContent = names[language];
    const item = document.createElement('li');
    item.className = className;
    item.append(link);
    account.before(item);
  };
  new MutationObserver(add).observe(document.documentElement, { childList: true, subtree: true });
  add();
}

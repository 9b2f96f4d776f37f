// The one script tag for any page: <script src="https://host/chat.js" async></script>.
// Shows the chat where the page has a <tandem-chat>, else adds a button at the bottom right that opens it.
(() => {
  // A classic script from another origin has no address that a relative import could start from; a module has.
  const own = document.currentScript;
  const load = (file) => (own ? import(new URL(`chat/${file}`, own.src)) : import(`./chat/${file}`));

  function start() {
    if (document.querySelector('tandem-chat')) {
      return load('tandem-chat.js');
    }
    return load('tandem-launcher.js').then(() => {
      if (!document.querySelector('tandem-launcher')) {
        const launcher = document.createElement('tandem-launcher');
        // data-lang, data-name and data-server of the script tag
        Object.entries(own?.dataset ?? {}).forEach(([name, value]) => launcher.setAttribute(name, value));
        document.body.append(launcher);
      }
    });
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();

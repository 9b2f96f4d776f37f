// The engine's pages go to a log-in of their own when the session has ended. It is shut: go to ours.
const ours = new URL('../login?signedOut', import.meta.url);

function leave() {
  if (/^#!?\/login/.test(location.hash)) {
    location.replace(ours);
  }
}

addEventListener('hashchange', leave);
leave();

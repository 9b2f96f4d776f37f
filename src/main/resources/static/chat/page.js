// Starts the chat that fills the page "/". The page's title and language follow it, and the title counts what came in
// while nobody looked.
const chat = document.querySelector('tandem-chat');
let title = document.title;
let unread = 0;

function show() {
  document.title = unread ? `(${unread}) ${title}` : title;
}

chat.addEventListener('tandem-language', ({ detail }) => {
  document.documentElement.lang = detail.language;
  title = detail.title;
  show();
});

chat.addEventListener('tandem-message', () => {
  unread += document.hidden ? 1 : 0;
  show();
});

document.addEventListener('visibilitychange', () => {
  unread = 0;
  show();
});

// Only now, so that nothing is missed.
import('./tandem-chat.js');

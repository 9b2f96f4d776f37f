// A link into Tasklist names its task behind the #, which the server never sees: take it along through the log-in.
const form = document.querySelector('form');
form.addEventListener('submit', () => {
  form.action += location.hash;
});

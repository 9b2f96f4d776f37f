const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Waits longer after each failure, at random, so that not all chats return in the same second. */
export function pause(failures, signal) {
  const most = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** failures);
  return sleep(most * (0.5 + Math.random() / 2), signal);
}

/** Ends early when the network returns, when the customer looks at the page again, or at the signal. */
export function sleep(milliseconds, signal) {
  return new Promise((resolve) => {
    const done = new AbortController();
    const timer = setTimeout(() => done.abort(), milliseconds);
    const listen = (target, event, when = () => true) =>
      target?.addEventListener(event, () => when() && done.abort(), { signal: done.signal });
    listen(window, 'online');
    listen(document, 'visibilitychange', () => document.visibilityState === 'visible');
    listen(signal, 'abort');
    done.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

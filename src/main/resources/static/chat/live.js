// Follows a ticket's events for as long as the chat is open: whatever breaks, it comes back by itself.
import { Problem } from './client.js';
import { pause } from './pause.js';

const SILENCE = 45_000; // the server's heart beats every 15 seconds
const STABLE = 5_000; // a stream that lived this long was a good one

/**
 * Catches up, then listens, until the signal.
 * @param handlers load(): everything so far; open(signal): the stream's response; event(type, data);
 *   online(boolean); gone(problem): the ticket cannot be followed any more
 */
export async function follow(handlers, signal) {
  for (let failures = 0; !signal.aborted;) {
    const began = Date.now();
    let connected = false;
    try {
      await handlers.load();
      await listen(handlers, signal, () => {
        connected = true;
        handlers.online(true);
      });
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof Problem && error.gone) {
        handlers.gone(error);
        return;
      }
      // A stream that broke is nothing to worry the customer with; one that cannot be opened is.
      if (!connected) {
        handlers.online(false);
      }
    }
    failures = Date.now() - began > STABLE ? 0 : failures + 1;
    await pause(failures - 1, signal);
  }
}

async function listen(handlers, signal, onOpen) {
  signal.throwIfAborted();
  const inner = new AbortController();
  const stop = () => inner.abort();
  signal.addEventListener('abort', stop);
  let watchdog = setTimeout(stop, SILENCE);
  try {
    const response = await handlers.open(inner.signal);
    onOpen();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    // The server has another past than we have (it was restored from a copy): we come back and read all again.
    const parse = eventParser((type, data) => (type === 'anew' ? stop() : handlers.event(type, data)));
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, SILENCE);
      parse(chunk.value);
    }
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', stop);
  }
}

/** Takes the stream's text in any pieces; calls back once for each event that is complete. */
export function eventParser(onEvent) {
  let rest = '';
  let type = '';
  let data = [];
  return (chunk) => {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line);
      if (line === '') {
        if (data.length) {
          onEvent(type || 'message', JSON.parse(data.join('\n')));
        }
        type = '';
        data = [];
      } else if (field === 'event') {
        type = value;
      } else if (field === 'data') {
        data.push(value);
      }
    }
  };
}

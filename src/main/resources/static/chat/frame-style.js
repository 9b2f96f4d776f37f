// Where things stand: header, status, the scrolling middle, the composer. Widths are the chat's own, not the window's,
// so that the floating panel on a large screen looks like a phone.
import { sheet } from './theme.js';

export const frame = sheet(`
  :host {
    display: block;
    min-height: 20em;
    contain: layout;
  }

  .chat {
    --column: min(100%, 46em);
    --gap: 1.25em;
    container-type: inline-size;
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    border-radius: inherit;
    background: var(--paper);
  }

  /* The two wheels of the mark, before the first word; afterwards nothing shall distract from what is said. */
  .chat[data-holder="NONE"] {
    --wheel-1: color-mix(in oklab, var(--machine) 5%, transparent);
    --wheel-2: color-mix(in oklab, var(--person) 5%, transparent);
    background:
      radial-gradient(circle at 12% 108%, transparent 13em, var(--wheel-1) 13.1em 17em, transparent 17.1em),
      radial-gradient(circle at calc(12% + 17em) 108%, transparent 13em,
        var(--wheel-2) 13.1em 17em, transparent 17.1em),
      var(--paper);
  }

  tandem-header, tandem-status, tandem-matters, .foot {
    flex: none;
    width: var(--column);
    margin-inline: auto;
  }

  tandem-header {
    display: flex;
    align-items: center;
    gap: 0.6em;
    padding: max(1.1em, env(safe-area-inset-top)) var(--gap) 0.8em;
  }

  .titles {
    flex: 1;
    min-width: 0;
    line-height: 1.25;
  }

  tandem-matters ul {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.5em 1em;
    margin: 0;
    padding: 0.5em var(--gap);
    list-style: none;
    font-size: 0.88em;
  }

  tandem-matters button {
    padding: 0.2em 0.4em;
    color: var(--machine);
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .title {
    font-size: 1.15em;
    font-weight: 700;
    letter-spacing: -0.015em;
  }

  .subtitle {
    overflow: hidden;
    color: var(--muted);
    font-size: 0.84em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tool {
    min-width: 2.5em;
    min-height: 2.5em;
    padding: 0.3em 0.7em;
    border-radius: 99px;
    color: var(--muted);
    font-size: 0.88em;
    font-weight: 600;
  }

  .tool:hover, .languages button:hover {
    color: var(--ink);
    background: color-mix(in oklab, var(--ink) 7%, transparent);
  }

  .languages {
    display: flex;
    flex: none;
    padding: 3px;
    border: 1px solid var(--line);
    border-radius: 99px;
    background: color-mix(in oklab, var(--surface), var(--paper));
  }

  .languages button {
    min-width: 2.75em;
    min-height: 2.25em;
    border-radius: 99px;
    color: var(--muted);
    font-size: 0.8em;
    font-weight: 650;
  }

  .languages [aria-pressed="true"] {
    background: color-mix(in oklab, var(--surface), var(--ink) var(--lift));
    color: var(--ink);
    box-shadow: 0 1px 3px rgb(0 0 0 / 16%);
  }

  /* Who has it now: the one thing that is always in sight. */
  tandem-status {
    --tint: var(--machine);
    display: flex;
    align-items: center;
    gap: 0.8em;
    width: min(100% - 2 * var(--gap), 46em - 2 * var(--gap));
    padding: 0.65em 0.7em 0.65em 0.8em;
    border: 1px solid color-mix(in oklab, var(--tint) 22%, var(--line));
    border-radius: var(--radius);
    background: color-mix(in oklab, var(--tint) 7%, var(--surface));
    transition: background-color 0.4s, border-color 0.4s;
  }

  tandem-status[data-holder="QUEUE"] { --tint: var(--queue); }
  tandem-status[data-holder="AGENT"] { --tint: var(--person); }
  tandem-status[data-holder="NOBODY"], tandem-status[data-holder="LOADING"] { --tint: var(--muted); }

  .badge {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: 2.5em;
    height: 2.5em;
    border-radius: 50%;
    background: color-mix(in oklab, var(--tint) 16%, var(--surface));
    color: var(--tint);
    font-weight: 700;
  }

  tandem-status[data-holder="BOT"] .badge, tandem-status[data-holder="NONE"] .badge {
    border-radius: 36%;
  }

  tandem-status[data-holder="QUEUE"] .badge::after {
    content: "";
    position: absolute;
    inset: 0;
    border: 2px solid var(--tint);
    border-radius: inherit;
    animation: breathe 2.8s ease-out infinite;
  }

  @keyframes breathe {
    from { opacity: 0.5; transform: scale(1); }
    70%, to { opacity: 0; transform: scale(1.4); }
  }

  .state {
    flex: 1;
    min-width: 0;
    line-height: 1.35;
  }

  .status-text {
    font-size: 0.95em;
    font-weight: 600;
    text-wrap: pretty;
  }

  .facts {
    margin-top: 0.1em;
    color: var(--muted);
    font-size: 0.86em;
  }

  .facts:empty {
    display: none;
  }

  .facts span {
    display: inline-block;
    margin-right: 1.1em;
  }

  tandem-status button {
    flex: none;
    min-height: 2.6em;
    padding: 0.4em 1em 0.4em 0.8em;
    border: 1px solid color-mix(in oklab, var(--person) 45%, var(--surface));
    border-radius: 99px;
    background: var(--surface);
    color: var(--person);
    font-size: 0.92em;
    font-weight: 650;
  }

  tandem-status button:hover {
    background: var(--person-soft);
    border-color: var(--person);
  }

  .foot {
    padding: 0.4em var(--gap) max(0.9em, env(safe-area-inset-bottom));
  }

  dialog {
    width: min(28em, calc(100% - 2.5em));
    padding: 1.5em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
  }

  dialog::backdrop {
    background: rgb(15 22 22 / 45%);
  }

  .question {
    margin-bottom: 0.4em;
    font-size: 1.1em;
    font-weight: 700;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.6em;
    margin-top: 1.3em;
  }

  @container (max-width: 36em) {
    tandem-header { padding: max(0.8em, env(safe-area-inset-top)) 1em 0.6em; gap: 0.5em; }
    tandem-header .tool span, .service { display: none; }
    tandem-header .tool { padding: 0.3em; font-size: 1em; }
    tandem-status { width: calc(100% - 2em); flex-wrap: wrap; row-gap: 0.6em; padding: 0.65em 0.75em; }
    .badge { width: 2.25em; height: 2.25em; }
    .state { flex-basis: calc(100% - 3.2em); }
    tandem-status button { flex: 1 0 100%; }
    .foot { padding-inline: 0.75em; padding-bottom: max(0.7em, env(safe-area-inset-bottom)); }
  }
`);

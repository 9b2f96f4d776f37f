// The conversation: bubbles, sources, judgements, the greeting's questions, the rating.
import { sheet } from './theme.js';

export const log = sheet(`
  tandem-log {
    position: relative;
    display: flex;
    flex: 1;
    min-height: 0;
  }

  /* What scrolls away fades out below the status and above the composer. */
  tandem-log::before, tandem-log::after {
    content: "";
    position: absolute;
    inset: 0 0.8em auto 0;
    z-index: 1;
    height: 1em;
    background: linear-gradient(var(--paper), transparent);
    pointer-events: none;
  }

  tandem-log::after { inset: auto 0.8em 0 0; height: 0.7em; rotate: 180deg; }
  .chat[data-holder="NONE"] tandem-log::before, .chat[data-holder="NONE"] tandem-log::after { display: none; }

  .scroller {
    flex: 1;
    display: flex;
    flex-direction: column;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: color-mix(in oklab, var(--muted) 45%, transparent) transparent;
  }

  .scroller:focus-visible {
    outline-offset: -3px;
  }

  .content {
    width: var(--column);
    margin: auto auto 0;
    padding: 1.4em var(--gap) 0.8em;
  }

  .chat[data-holder="NONE"] .content {
    margin-block: auto;
  }

  .welcome {
    margin-bottom: 1em;
    font-size: clamp(1.5em, 6cqi, 2.1em);
    font-weight: 700;
    letter-spacing: -0.025em;
    line-height: 1.15;
    text-wrap: balance;
  }

  .day {
    margin: 1.6em 0 0.4em;
    color: var(--muted);
    font-size: 0.82em;
    font-weight: 600;
    text-align: center;
  }

  tandem-message {
    display: grid;
    grid-template-columns: 2.25em minmax(0, 1fr);
    justify-items: start;
    column-gap: 0.65em;
    margin-top: 1.15em;
    animation: arrive 0.28s cubic-bezier(0.2, 0.7, 0.2, 1) both;
  }

  tandem-message[data-follows] { margin-top: 0.3em; }
  tandem-message > * { grid-column: 2; }
  tandem-message[data-author="customer"] { justify-items: end; }

  @keyframes arrive {
    from { opacity: 0; transform: translateY(6px); }
  }

  tandem-message > .avatar {
    grid-area: 1 / 1 / span 2;
    display: grid;
    place-items: center;
    align-self: start;
    width: 2.25em;
    height: 2.25em;
    margin-top: 0.1em;
    border-radius: 36%;
    background: var(--machine-soft);
    color: var(--machine);
  }

  [data-author="agent"] > .avatar {
    border-radius: 50%;
    background: color-mix(in oklab, var(--person) 18%, var(--surface));
    color: var(--person);
    font-weight: 700;
  }

  .byline {
    display: flex;
    align-items: baseline;
    gap: 0.55em;
    margin: 0 0.2em 0.3em;
    color: var(--muted);
    font-size: 0.82em;
  }

  .name { color: var(--ink); font-weight: 650; }

  .tag {
    margin-left: 0.5em;
    padding: 0.1em 0.55em;
    border-radius: 99px;
    background: var(--machine-soft);
    color: var(--machine);
    font-size: 0.9em;
    font-weight: 600;
  }

  .bubble {
    max-width: min(100%, 36em);
    padding: 0.7em 1em;
    border: 1px solid var(--line);
    border-radius: 5px var(--radius) var(--radius) var(--radius);
    background: var(--surface);
    box-shadow: 0 1px 2px rgb(40 30 10 / 4%);
    overflow-wrap: anywhere;
  }

  [data-follows] .bubble { border-top-left-radius: var(--radius); }

  [data-author="agent"] .bubble {
    border-color: color-mix(in oklab, var(--person) 20%, var(--line));
    background: var(--person-soft);
  }

  [data-author="customer"] .bubble {
    max-width: min(85%, 34em);
    border-color: transparent;
    border-radius: var(--radius) 5px var(--radius) var(--radius);
    background: var(--primary);
    color: var(--on-primary);
  }

  [data-author="customer"][data-follows] .bubble { border-top-right-radius: var(--radius); }
  /* A word that is quickly taken needs no word about it. */
  [data-state="sending"] .delivery { animation: appear 0.6s both; }

  @keyframes appear {
    from, 99% { visibility: hidden; }
  }

  [data-state="failed"] .bubble { background: var(--surface); color: var(--ink); border: 1px dashed var(--danger); }

  tandem-message[data-author="system"] {
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
  }

  [data-author="system"] > * { grid-column: 1; }

  [data-author="system"] .bubble {
    max-width: 30em;
    padding: 0.45em 1.1em;
    border: 0;
    border-radius: var(--radius);
    background: color-mix(in oklab, var(--ink) 6%, transparent);
    box-shadow: none;
    color: var(--muted);
    font-size: 0.88em;
    text-align: center;
    text-wrap: balance;
  }

  .words { white-space: pre-wrap; }
  .words:has(> *) { white-space: normal; }
  .words > * { margin: 0; }
  .words > * + * { margin-top: 0.65em; }
  .words :is(ul, ol) { padding-left: 1.35em; }
  .words li + li { margin-top: 0.25em; }
  .words li::marker { color: var(--muted); }
  .words :is(h1, h2, h3, h4) { font-weight: 700; font-size: 1em; }
  .words a { color: var(--machine); text-underline-offset: 0.15em; }
  .words code {
    font-size: 0.92em;
    background: color-mix(in oklab, var(--ink) 7%, transparent);
    border-radius: 4px;
    padding: 0.1em 0.3em;
  }

  .sources {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em 0.5em;
    margin: 0.45em 0.2em 0;
    color: var(--muted);
    font-size: 0.85em;
  }

  .source {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-height: 1.9em;
    padding: 0.1em 0.7em 0.1em 0.55em;
    border-radius: 99px;
    background: var(--machine-soft);
    color: var(--machine);
    font-weight: 600;
    text-decoration: none;
  }

  .source:hover span { text-decoration: underline; text-underline-offset: 0.2em; }

  .feedback, .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.45em;
    margin-top: 0.6em;
  }

  .feedback button, .choice button {
    min-height: 2.5em;
    padding: 0.3em 1em 0.3em 0.75em;
    border-color: color-mix(in oklab, var(--line), var(--ink) 10%);
    border-radius: 99px;
    background: var(--surface);
    font-size: 0.9em;
    font-weight: 600;
  }

  /* Titles can be long. */
  .choice { flex-direction: column; align-items: start; }
  .choice button { padding: 0.5em 1em; border-radius: var(--radius); line-height: 1.3; text-align: start; }

  :is(.feedback, .choice) button:hover {
    border-color: var(--machine);
    background: var(--machine-soft);
    color: var(--machine);
  }

  .judged, .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    margin: 0.5em 0.2em 0;
    color: var(--muted);
    font-size: 0.86em;
  }

  .delivery { justify-content: flex-end; }
  .judged[data-helped="true"] .icon { color: var(--machine); }
  [data-state="failed"] .delivery { color: var(--danger); font-weight: 600; }

  .delivery button {
    min-height: 2em;
    padding: 0 0.5em;
    border-radius: 8px;
    color: var(--ink);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .newest {
    position: absolute;
    z-index: 2;
    bottom: 0.5em;
    left: 50%;
    min-height: 2.4em;
    padding: 0.3em 1.1em 0.3em 0.8em;
    border-color: var(--line);
    border-radius: 99px;
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: 0.88em;
    font-weight: 600;
    translate: -50%;
  }

  @container (max-width: 36em) {
    .content { padding-inline: 1em; }
    tandem-message { column-gap: 0.5em; }
    tandem-message[data-author="customer"] { grid-template-columns: 0 minmax(0, 1fr); }
  }
`);

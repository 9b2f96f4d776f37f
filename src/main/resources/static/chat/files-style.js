// Files: those that are about to be sent, and those of the messages.
import { sheet } from './theme.js';

export const files = sheet(`
  [data-action="attach"] {
    flex: none;
    width: 2.6em;
    height: 2.6em;
    padding: 0;
    border-radius: 50%;
    color: var(--muted);
  }

  [data-action="attach"]:hover { background: var(--machine-soft); color: var(--machine); }
  tandem-composer .row textarea { padding-inline: 0.3em; }

  tandem-picked { display: block; max-height: min(15em, 40vh); overflow: hidden auto; padding: 0.3em 0.3em 0.5em; }

  :is(tandem-picked, tandem-files) ul { display: flex; flex-wrap: wrap; gap: 0.5em; margin: 0; padding: 0; list-style: none; }

  tandem-picked li {
    display: grid;
    grid-template: auto auto / auto minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 0.55em;
    max-width: 100%;
    padding: 0.35em 0.35em 0.35em 0.6em;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--paper);
    font-size: 0.88em;
    line-height: 1.35;
  }

  tandem-picked li > :is(.icon, canvas) { grid-row: 1 / span 2; }
  tandem-picked canvas { width: auto; max-width: 4em; height: 2.75em; border-radius: 6px; object-fit: cover; }
  tandem-picked .icon { width: 1.5em; height: 1.5em; color: var(--muted); }
  tandem-picked .file-size { grid-area: 2 / 2; }
  tandem-picked progress { grid-area: 2 / 2; align-self: end; width: 100%; height: 3px; translate: 0 3px; accent-color: var(--machine); }
  tandem-picked :is([data-state="there"], [data-state="failed"]) progress { visibility: hidden; }
  tandem-picked button { grid-area: 1 / 3 / span 2; width: 2.5em; height: 2.5em; padding: 0; border-radius: 50%; }
  tandem-picked button:hover { background: color-mix(in oklab, var(--ink) 8%, transparent); }
  tandem-picked button .icon { width: 1.15em; height: 1.15em; }

  tandem-picked [data-state="failed"] { flex-basis: 100%; border-color: var(--danger); }
  tandem-picked [data-state="failed"] .file-size { color: var(--danger); white-space: normal; }

  .file-name { overflow: hidden; font-weight: 600; text-overflow: ellipsis; white-space: nowrap; }
  .file-size { color: var(--muted); font-size: 0.92em; white-space: nowrap; }

  tandem-files { max-width: min(100%, 36em); margin-top: 0.35em; }
  tandem-message > tandem-files:first-child { margin-top: 0; }
  tandem-message[data-author="customer"] tandem-files { max-width: min(85%, 34em); }
  tandem-message[data-author="customer"] tandem-files ul { justify-content: flex-end; }
  tandem-files li { max-width: 100%; }

  tandem-files :is(button, li > .about) {
    max-width: 100%;
    border: 1px solid color-mix(in oklab, var(--line), var(--ink) 10%);
    border-radius: 14px;
    background: var(--surface);
    overflow: hidden;
  }

  tandem-files button { display: block; padding: 0; text-align: start; }
  tandem-files button:hover { border-color: var(--machine); }
  tandem-files button:hover .file-name { text-decoration: underline; text-underline-offset: 0.2em; }

  .about {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 0.55em;
    min-height: 2.75em;
    padding: 0.3em 0.9em 0.3em 0.7em;
    font-size: 0.88em;
  }

  .about .icon { color: var(--muted); }
  .preview { display: grid; min-height: 4em; place-items: center; background: color-mix(in oklab, var(--ink) 5%, transparent); }
  .preview img { display: block; max-width: min(100%, 20em); max-height: 16em; min-height: 3em; object-fit: contain; }
  .preview:has(img:not([src])) img { visibility: hidden; }

  .chat[data-drop]::after {
    content: attr(data-drop);
    position: absolute;
    inset: 0.6em;
    z-index: 5;
    display: grid;
    place-items: center;
    border: 2px dashed var(--machine);
    border-radius: var(--radius);
    background: color-mix(in oklab, var(--surface) 88%, transparent);
    color: var(--machine);
    font-size: 1.15em;
    font-weight: 700;
    pointer-events: none;
  }
`);

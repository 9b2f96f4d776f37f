import { css } from './dom.js';

/** What all components share; colours can be set from outside by the same custom properties. */
export const look = css(`
  :host {
    --accent: var(--tandem-accent, #14655f);
    --accent-soft: #e3f1ef;
    --ink: #1d2426;
    --ink-soft: #566166;
    --line: #d9dfe1;
    --paper: #fff;
    --ground: #f5f7f7;
    --note: #fff6d6;
    --note-ink: #6b5200;
    --bad: #b3261e;
    --bad-soft: #fdecea;
    --radius: 10px;
    display: block;
    color: var(--ink);
    font: 14px/1.5 IBMPlexSans, system-ui, sans-serif;
  }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  h3, h4, p, ul, ol, dl, dd, dt { margin: 0; padding: 0; font-weight: inherit; font-size: inherit; }
  ul, ol { list-style: none; }
  a { color: var(--accent); text-underline-offset: 2px; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .soft { color: var(--ink-soft); font-size: 12.5px; }
  .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  button { font: inherit; color: inherit; cursor: pointer; background: var(--paper); border: 1px solid #aab5b8;
    border-radius: 8px; padding: 6px 12px; }
  button:hover:not(:disabled) { border-color: var(--accent); color: var(--accent); }
  button:disabled { cursor: not-allowed; opacity: .55; }
  button.main { background: var(--accent); border-color: var(--accent); color: #fff; font-weight: 600; }
  button.main:hover:not(:disabled) { background: #0e4f4a; color: #fff; }
  textarea, select { font: inherit; color: inherit; width: 100%; border: 1px solid #8d999d; border-radius: 8px;
    background: var(--paper); padding: 8px 10px; }
  textarea { display: block; resize: vertical; field-sizing: content; min-height: 60px; max-height: 30vh; }
  textarea:focus, select:focus { outline: 2px solid var(--accent); outline-offset: -1px; border-color: var(--accent); }
  @media (prefers-reduced-motion: no-preference) { .arrives { animation: arrive .25s ease-out; } }
  @keyframes arrive { from { opacity: 0; transform: translateY(6px); } }
`);

/** A custom element whose shadow root has the shared look and its own. */
export class DeskElement extends HTMLElement {
  constructor(...sheets) {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [look, ...sheets];
  }
}

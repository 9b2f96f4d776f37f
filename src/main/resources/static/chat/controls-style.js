// What the customer acts on: examples, composer, rating, notices.
import { sheet } from './theme.js';

export const controls = sheet(`
  .examples {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.6em;
    margin: 1.5em 0 0 2.9em;
  }

  .examples p {
    grid-column: 1 / -1;
    color: var(--muted);
    font-size: 0.86em;
    font-weight: 600;
  }

  .examples button {
    justify-content: space-between;
    min-height: 3.4em;
    padding: 0.6em 0.8em 0.6em 1.1em;
    border-color: var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    line-height: 1.3;
    text-align: start;
  }

  .examples .icon { color: var(--muted); transition: translate 0.2s; }
  .examples button:hover { border-color: var(--machine); background: var(--machine-soft); }
  .examples button:hover .icon { color: var(--machine); translate: 2px; }

  .working {
    display: flex;
    align-items: center;
    gap: 0.7em;
    margin: 1.1em 0 0 2.9em;
    color: var(--muted);
    font-size: 0.9em;
  }

  .working:empty { display: none; }
  .dots { display: inline-flex; gap: 0.28em; }

  .dots i {
    width: 0.45em;
    height: 0.45em;
    border-radius: 50%;
    background: var(--machine);
    animation: nod 1.3s ease-in-out infinite;
  }

  .dots i:nth-child(2) { animation-delay: 0.15s; }
  .dots i:nth-child(3) { animation-delay: 0.3s; }

  @keyframes nod {
    0%, 60%, to { opacity: 0.35; transform: none; }
    30% { opacity: 1; transform: translateY(-0.25em); }
  }

  tandem-composer .row {
    display: flex;
    align-items: flex-end;
    gap: 0.4em;
  }

  tandem-composer form {
    padding: 0.4em;
    border: 1px solid color-mix(in oklab, var(--line), var(--ink) 10%);
    border-radius: 1.75em;
    background: var(--surface);
    box-shadow: var(--shadow);
    transition: border-color 0.2s;
  }

  tandem-composer form:focus-within {
    border-color: var(--machine);
    outline: 1.5px solid var(--machine);
  }

  /* Below 16px, phones zoom into the page when the box is touched. */
  textarea {
    flex: 1;
    min-width: 0;
    max-height: 9.5em;
    padding: 0.45em 0.9em;
    border: 0;
    background: none;
    font-size: max(16px, 1em);
    line-height: 1.5;
    resize: none;
    scrollbar-width: thin;
  }

  /* The box around it shows the focus. */
  textarea:focus-visible { outline: 0; }
  textarea::placeholder { color: var(--muted); opacity: 1; }

  [data-action="send"] {
    flex: none;
    width: 2.6em;
    height: 2.6em;
    padding: 0;
    border-radius: 50%;
    background: var(--primary);
    color: var(--on-primary);
  }

  [data-action="send"][aria-disabled="true"] {
    background: color-mix(in oklab, var(--ink) 10%, transparent);
    color: var(--muted);
  }

  .keys {
    margin-top: 0.55em;
    color: var(--muted);
    font-size: 0.78em;
    text-align: center;
  }

  .too-long:not(:empty), tandem-notice .error {
    display: flex;
    align-items: center;
    gap: 0.6em;
    margin: 0.5em 0;
    padding: 0.6em 0.9em;
    border-radius: 14px;
    background: color-mix(in oklab, var(--danger) 9%, var(--surface));
    color: var(--danger);
    font-size: 0.9em;
    line-height: 1.4;
  }

  tandem-notice .error span { flex: 1; }
  tandem-notice .error button { min-width: 2.2em; min-height: 2.2em; padding: 0; border-radius: 50%; }

  .offline:not(:empty) {
    margin-bottom: 0.5em;
    color: var(--muted);
    font-size: 0.86em;
    text-align: center;
  }

  .closed {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding: 0 0.4em 0.7em;
    color: var(--muted);
    font-size: 0.88em;
    line-height: 1.4;
  }

  .closed button { flex: none; color: var(--ink); }

  tandem-rating {
    display: block;
    margin-top: 1.6em;
    animation: arrive 0.4s cubic-bezier(0.2, 0.7, 0.2, 1) both;
  }

  tandem-rating form {
    padding: 1.4em 1.5em 1.3em;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.2);
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  tandem-rating legend {
    width: 100%;
    font-size: 1.2em;
    font-weight: 700;
    letter-spacing: -0.015em;
    text-align: center;
  }

  .scores { display: flex; justify-content: space-between; gap: 0.3em; width: min(100%, 19.5em); margin: 0.9em auto 0; }

  .score {
    position: relative;
    display: grid;
    place-items: center;
    width: 3.1em;
    height: 3.1em;
    border: 1.5px solid var(--line);
    border-radius: 50%;
    color: var(--muted);
    cursor: pointer;
    transition: background-color 0.15s, color 0.15s, border-color 0.15s, transform 0.15s;
  }

  .score .icon { width: 2.9em; height: 2.9em; stroke-width: 1.3; }
  .score input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
  .score:hover { border-color: var(--person); color: var(--person); }
  .score:has(:checked) {
    border-color: var(--person);
    background: color-mix(in oklab, var(--person) 18%, var(--surface));
    color: var(--person);
    transform: scale(1.08);
  }
  .score:has(:focus-visible) { outline: 2.5px solid var(--machine); outline-offset: 2px; }

  .ends {
    display: flex;
    justify-content: space-between;
    width: min(100%, 19.5em);
    margin: 0.35em auto 0;
    color: var(--muted);
  }
  .ends span { font-size: 0.82em; }

  .comment { display: block; margin-top: 1.2em; }
  .comment span { display: block; margin-bottom: 0.35em; font-size: 0.9em; font-weight: 600; }

  .comment textarea {
    width: 100%;
    padding: 0.6em 0.9em;
    border: 1px solid color-mix(in oklab, var(--line), var(--ink) 30%);
    border-radius: 14px;
    background: var(--paper);
  }

  .comment textarea:focus-visible { border-color: var(--machine); outline: 1.5px solid var(--machine); }
  tandem-rating .send {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    margin-top: 0.9em;
  }
  tandem-rating .send p { color: var(--muted); font-size: 0.84em; line-height: 1.4; }
  tandem-rating .send button { flex: none; }
  tandem-rating .error:not(:empty) { margin-top: 0.6em; color: var(--danger); font-size: 0.9em; }

  .thanks {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    padding: 0.8em;
    border-radius: var(--radius);
    background: var(--machine-soft);
    color: var(--machine);
    font-weight: 600;
  }

  @media (pointer: coarse) {
    .keys { display: none; }
  }

  @container (max-width: 36em) {
    .keys { display: none; }
    .examples { grid-template-columns: 1fr; margin-left: 0; gap: 0.5em; }
    .examples button { min-height: 3em; padding-block: 0.5em; }
    .working { margin-left: 0.3em; }
    tandem-rating form { padding: 1.1em 1em 1em; }
    .closed { flex-wrap: wrap; }
  }
`);

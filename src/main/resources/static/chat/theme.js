// The chat's look. A page may set these on <tandem-chat> or <tandem-launcher> (or on :root, they inherit):
//
//   --tandem-font        typeface                     --tandem-machine       the bot's colour: marks, focus, links
//   --tandem-font-size   base size (16px)             --tandem-person        the people's colour: badges, buttons
//   --tandem-radius      roundness of bubbles (18px)  --tandem-primary       the customer's bubbles, main buttons
//   --tandem-paper       ground                       --tandem-on-primary    text on these
//   --tandem-surface     bubbles, boxes               --tandem-line          hairlines
//   --tandem-ink         text                         --tandem-muted         secondary text
//
// Machines are cool and people are warm, here as in the mark: colour tells who speaks, but never colour alone.

export function sheet(css) {
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  return style;
}

export const theme = sheet(`
  :host {
    --font: var(--tandem-font, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto,
      "Noto Sans", "Liberation Sans", sans-serif);
    --radius: var(--tandem-radius, 18px);
    --paper: var(--tandem-paper, #f6f3ec);
    --surface: var(--tandem-surface, #fffefb);
    --ink: var(--tandem-ink, #1c2928);
    --muted: var(--tandem-muted, #566462);
    --line: var(--tandem-line, #e2dccf);
    --machine: var(--tandem-machine, #0f6a5c);
    --machine-soft: color-mix(in oklab, var(--machine) var(--tinge), var(--surface));
    --person: var(--tandem-person, #a8481f);
    --person-soft: color-mix(in oklab, var(--person) var(--tinge), var(--surface));
    --primary: var(--tandem-primary, #15564c);
    --on-primary: var(--tandem-on-primary, #ffffff);
    --queue: #8a5a00;
    --danger: #a32a22;
    --lift: 0%;
    --tinge: 10%;
    --shadow: 0 1px 2px rgb(40 30 10 / 5%), 0 6px 24px -8px rgb(40 30 10 / 12%);
    color-scheme: light;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --paper: var(--tandem-paper, #111819);
      --surface: var(--tandem-surface, #1b2425);
      --ink: var(--tandem-ink, #e9efec);
      --muted: var(--tandem-muted, #a3b2af);
      --line: var(--tandem-line, #2d393a);
      --machine: var(--tandem-machine, #6fcdb9);
      --person: var(--tandem-person, #f2a27c);
      --primary: var(--tandem-primary, #1e6b5f);
      --queue: #e6b95c;
      --danger: #ff9d92;
      --lift: 15%;
      --tinge: 17%;
      --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 8px 28px -8px rgb(0 0 0 / 50%);
      color-scheme: dark;
    }
  }

  /* Whatever the page around does to its elements ends here. */
  .chat, .launcher, .panel {
    font: 400 var(--tandem-font-size, 16px)/1.5 var(--font);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    color: var(--ink);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  *, ::before, ::after {
    box-sizing: border-box;
  }

  p, h1, h2, fieldset, legend {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
  }

  button, input, textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.45em;
    margin: 0;
    border: 1px solid transparent;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
    transition: background-color 0.15s, border-color 0.15s, color 0.15s, transform 0.15s;
  }

  button:active {
    transform: scale(0.98);
  }

  [aria-disabled="true"] {
    cursor: default;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 2.5px solid var(--machine);
    outline-offset: 2px;
  }

  [tabindex="-1"]:focus {
    outline: none;
  }

  .icon, .mark {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .mark {
    width: 2.25em;
    height: 2.25em;
    stroke-width: 4;
  }

  .mark .machine { stroke: #17806f; }
  .mark .human { stroke: #e0754a; }

  /* For screen readers alone. */
  .reader {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .primary, .secondary {
    min-height: 2.6em;
    padding: 0.4em 1.15em;
    border-radius: 99px;
    font-weight: 600;
  }

  .primary {
    background: var(--primary);
    color: var(--on-primary);
  }

  .primary:hover {
    background: color-mix(in oklab, var(--primary), var(--ink) 14%);
  }

  .secondary {
    border-color: color-mix(in oklab, var(--line), var(--ink) 12%);
    background: var(--surface);
  }

  .secondary:hover {
    border-color: var(--muted);
  }

  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`);

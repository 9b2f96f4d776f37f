// The floating button and its panel; on a phone the panel is the whole screen.
import { sheet } from './theme.js';

export const launcherStyle = sheet(`
  .launcher {
    position: fixed;
    inset: auto max(1.25rem, env(safe-area-inset-right)) max(1.25rem, env(safe-area-inset-bottom)) auto;
    z-index: 2147483000;
    width: 64px;
    height: 64px;
    border: 1px solid var(--line);
    border-radius: 50%;
    background: var(--surface);
    box-shadow: 0 2px 6px rgb(20 20 10 / 12%), 0 12px 32px -6px rgb(20 20 10 / 28%);
  }

  .launcher:hover { transform: translateY(-2px); }
  .launcher .mark { width: 40px; height: 40px; }

  .count {
    position: absolute;
    top: -4px;
    right: -4px;
    min-width: 1.6em;
    padding: 0 0.4em;
    border-radius: 99px;
    background: #a8481f;
    color: #fff;
    font-size: 13px;
    font-weight: 700;
    line-height: 1.6em;
  }

  .panel {
    position: fixed;
    inset: auto max(1.25rem, env(safe-area-inset-right)) max(1.25rem, env(safe-area-inset-bottom)) auto;
    z-index: 2147483000;
    width: 26em;
    max-width: calc(100vw - 2.5rem);
    height: min(44em, calc(100dvh - 2.5rem));
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 22px;
    background: var(--paper);
    box-shadow: 0 4px 12px rgb(20 20 10 / 10%), 0 24px 64px -12px rgb(20 20 10 / 35%);
    animation: rise 0.28s cubic-bezier(0.2, 0.8, 0.2, 1);
    transform-origin: bottom right;
  }

  tandem-chat { height: 100%; }

  @keyframes rise {
    from { opacity: 0; transform: translateY(16px) scale(0.97); }
  }

  @media (max-width: 480px) {
    .panel {
      inset: 0;
      width: 100%;
      max-width: none;
      height: 100dvh;
      border: 0;
      border-radius: 0;
    }
  }
`);

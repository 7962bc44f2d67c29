import './schemas-without-eval.ts';
// Before the components: what they say of themselves comes later and wins.
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { pageBridge } from './bridge.ts';
import { systemTheme } from './features/shell/system-theme.ts';
import { systemClock } from './stores/clock.ts';
import { layoutFor } from './stores/layout.ts';
import { createStores } from './stores/stores.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds the root element.');

// Before anything is drawn: nothing flashes in the wrong colours while the settings are read.
document.documentElement.dataset.theme = systemTheme().current();

const stores = createStores({
  bridge: pageBridge(),
  clock: systemClock,
  nextFrame: (run) => void requestAnimationFrame(run),
  isHidden: () => document.hidden,
  setTimer: (run, ms) => window.setTimeout(run, ms),
  clearTimer: (timer) => window.clearTimeout(timer),
  layout: layoutFor(window.innerWidth),
});
stores.start();

createRoot(root).render(
  <StrictMode>
    <App stores={stores} />
  </StrictMode>,
);

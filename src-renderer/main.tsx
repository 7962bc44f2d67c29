import './schemas-without-eval.ts';
// Before the components: what they say of themselves comes later and wins.
import './styles/tokens.css';
import './styles/base.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speechOfAddress } from '#shared/words/address';
import { speak } from '#shared/words/words';
import { App } from './App.tsx';
import { pageBridge } from './bridge.ts';
import { Composer } from './features/composer/Composer.tsx';
import { Spoken, tellDocument } from './features/shell/Spoken.tsx';
import { systemTheme } from './page/system-theme.ts';
import { systemClock } from './stores/clock.ts';
import { createComposerStores } from './stores/composer.ts';
import { layoutFor } from './stores/layout.ts';
import { sessionMemory } from './stores/page-memory.ts';
import { createPopover } from './stores/popover.ts';
import { createStores } from './stores/stores.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds the root element.');

// Before anything is drawn: nothing flashes in the wrong colours or words while the settings are read.
document.documentElement.dataset.theme = systemTheme().current();
speak(speechOfAddress(window.location.search));
tellDocument();

const ports = {
  bridge: pageBridge(),
  clock: systemClock,
  setTimer: (run: () => void, ms: number) => window.setTimeout(run, ms),
  clearTimer: (timer: number) => window.clearTimeout(timer),
};

createRoot(root).render(<StrictMode>{pageFor(window.location.hash)}</StrictMode>);

/** What this window shows: its address says it. */
function pageFor(hash: string): ReactNode {
  if (hash === '#composer') {
    const stores = createComposerStores({ ...ports, close: () => window.close() });
    stores.start();
    return <Spoken app={stores.app} page={() => <Composer stores={stores} />} />;
  }
  const isPopover = hash === '#popover';
  const stores = createStores({
    ...ports,
    nextFrame: (run) => void requestAnimationFrame(run),
    isHidden: () => document.hidden,
    layout: layoutFor(window.innerWidth),
    memory: isPopover ? undefined : sessionMemory(window.sessionStorage),
  });
  stores.start();
  const popover = isPopover
    ? createPopover({ bridge: ports.bridge, route: stores.route, hide: () => window.close() })
    : undefined;
  return <Spoken app={stores.app} page={() => <App stores={stores} popover={popover} />} />;
}

import { useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { layoutFor } from '../stores/layout.ts';
import type { Stores } from '../stores/stores.ts';
import { systemTheme } from './system-theme.ts';

/** Keeps what is outside React in step: theme, language, title, and the layout that the window has room for. */
export function usePageSettings({ app, layout }: Stores): void {
  useTheme(app);
  const open = useStore(app.store, (state) => state.app?.counts.open ?? 0);
  useEffect(() => {
    document.title = words.shell.windowTitle(open);
  });

  useEffect(() => {
    const fitLayout = () => layout.setState({ mode: layoutFor(window.innerWidth) });
    fitLayout();
    window.addEventListener('resize', fitLayout);
    return () => window.removeEventListener('resize', fitLayout);
  }, [layout]);
}

/** Light or dark, as the person set it or as the system has it. */
export function useTheme(app: Stores['app']): void {
  const theme = useStore(app.store, (state) => state.app?.settings.theme ?? 'system');
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme !== 'system') {
      dataset.theme = theme;
      return;
    }
    const system = systemTheme();
    dataset.theme = system.current();
    return system.onChange((now) => {
      dataset.theme = now;
    });
  }, [theme]);
}

import { type ReactNode, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { directionOf, speech } from '#shared/words/language';
import { type AppStore, speechKey } from '../../stores/app.ts';
import { SpeechContext } from '../../ui/speech-context.ts';

/**
 * A whole page in the language that is spoken. When that changes, `page` makes all of it anew from the top: every component
 * is drawn in the new words and stays where it was, with its focus, its place and what was typed.
 */
export function Spoken({ app, page }: { app: AppStore; page: () => ReactNode }) {
  const key = useStore(app.store, (state) => speechKey(state.app?.speech ?? speech));
  useLayoutEffect(tellDocument);
  return <SpeechContext value={key}>{page()}</SpeechContext>;
}

/** The document is in the language that is spoken, and runs in its direction. */
export function tellDocument(): void {
  document.documentElement.lang = speech.locale;
  document.documentElement.dir = directionOf(speech.language);
}

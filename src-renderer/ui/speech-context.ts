import { createContext, useContext } from 'react';

export const SpeechContext = createContext('');

/** Draws a component anew when another language is spoken, also one that `memo` keeps as it is. */
export function useSpeech(): void {
  useContext(SpeechContext);
}

import { createContext, useContext } from 'react';
import type { SafeLink } from './safe-link.ts';

const Asking = createContext<(link: SafeLink) => void>(() => {});

/** Gives what is inside a way to ask for a link to be opened; who provides it shows the host and asks the person. */
export const LinkAskingProvider = Asking.Provider;

export function useAskForLink(): (link: SafeLink) => void {
  return useContext(Asking);
}

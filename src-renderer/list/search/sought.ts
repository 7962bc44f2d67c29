import { createContext } from 'react';

/** What the list that a row stands in is searched for: the words that its rows show as found. */
export type Sought = readonly { text: string; isPrefix: boolean }[];
export const SoughtContext = createContext<Sought>([]);

import { createContext, useContext } from 'react';
import type { Stores } from './stores.ts';

export const StoresContext = createContext<Stores | undefined>(undefined);

/** The stores of the page. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('The stores are handed down by App.');
  return stores;
}

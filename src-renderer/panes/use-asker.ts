import { useEffect } from 'react';
import { useStore } from 'zustand';
import { localAccount } from '#shared/inbox/item-key';
import type { AskerActs } from '../features/detail/origin/AskerStanding.tsx';
import { useStores } from '../stores/use-stores.ts';

/** What can be done about the service of the open item; nothing where it is another server's, or not known to ours. */
export function useAsker(): AskerActs | undefined {
  const { openItem, app, services, route, navigation } = useStores();
  const serviceId = useStore(openItem, ({ item }) => (item?.account === localAccount ? item.serviceId : undefined));
  const isListening = useStore(app.store, (state) => state.app?.localServer.state === 'listening');
  const service = useStore(services.store, (state) => state.services?.find((one) => one.service_id === serviceId));
  const act = useStore(services.store, (state) => state.act);
  useEffect(() => {
    if (serviceId !== undefined && isListening) void services.read();
  }, [services, serviceId, isListening]);
  if (!service || !isListening) return undefined;
  const { service_id: id, status, local } = service;
  return {
    status,
    isLocal: local,
    problem: act?.serviceId === id && typeof act.state === 'object' ? act.state : undefined,
    suspend: () => void services.suspend(id),
    resume: () => void services.resume(id),
    revoke: () => void services.revoke(id),
    goToServices: () => {
      route.goToSection('services');
      navigation.show('settings');
    },
  };
}

import type { BridgeListing } from '#shared/protocol/bridge';
import { formatInstant } from '#shared/protocol/instant';
import { unreachable } from '#shared/result';
import type { Bridge } from '../store/bridges.ts';
import type { Store } from '../store/store.ts';
import { intakeUrl } from './addresses.ts';
import type { BridgeSettings } from './settings.ts';

/** A bridge as the administrator sees it. `base` is the address of this server as they reach it. */
export function bridgeListing(store: Store, bridge: Bridge, base: string): BridgeListing {
  const { id, serviceId, settings, createdAt } = bridge;
  return {
    bridge_id: id,
    kind: settings.kind,
    service_id: serviceId,
    name: store.services.find(serviceId)?.name ?? serviceId,
    webhook_url: intakeUrl(base, settings.kind, id),
    ...about(settings),
    created_at: formatInstant(createdAt),
  };
}

function about(settings: BridgeSettings): Partial<BridgeListing> {
  switch (settings.kind) {
    case 'a2a': {
      const { agent_url, endpoint, dialect } = settings;
      return { agent_url, endpoint, protocol_version: dialect };
    }
    case 'trigger':
      return { event_types: Object.keys(settings.events), answer_url: settings.answer_url };
    default:
      return unreachable(settings);
  }
}

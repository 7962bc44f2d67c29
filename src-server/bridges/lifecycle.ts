import type { BridgeListing, BridgeToken } from '#shared/protocol/bridge';
import { type Fault, fault } from '#shared/protocol/error';
import { fail, ok, type Result } from '#shared/result';
import { makeBridgeToken } from '../keys/service-key.ts';
import type { Desk } from '../notifications/desk.ts';
import { withdraw } from '../notifications/withdraw.ts';
import type { Bridge } from '../store/bridges.ts';
import { tokenHeader } from './addresses.ts';
import { bridgeListing } from './list.ts';

/** A bridge by its id. Fault: NOT_FOUND. */
export function findBridge({ store }: Pick<Desk, 'store'>, id: string): Result<Bridge, Fault> {
  const found = store.bridges.find(id);
  return found ? ok(found) : fail(fault('NOT_FOUND', 'There is no such bridge.', { bridge_id: id }));
}

/** Gives a bridge a new token and ends all it had, those of subscriptions too. Fault: NOT_FOUND. */
export function rotateToken(desk: Desk, id: string): Result<BridgeToken, Fault> {
  const found = findBridge(desk, id);
  if (!found.ok) return found;
  const { id: bridgeId, settings } = found.value;
  const token = makeBridgeToken();
  desk.store.transaction(() => {
    desk.store.bridges.dropTokens(bridgeId);
    desk.store.bridges.addToken(bridgeId, token, desk.clock.now());
  });
  return ok({ token, token_header: tokenHeader(settings.kind) });
}

/**
 * Removes a bridge: nothing comes in or goes out over it any more, its open items are withdrawn, its history stays. Its name is
 * free again. Fault: NOT_FOUND.
 */
export function removeBridge(desk: Desk, id: string, base: string): Result<BridgeListing, Fault> {
  const found = findBridge(desk, id);
  if (!found.ok) return found;
  const { store } = desk;
  const { id: bridgeId, serviceId } = found.value;
  const listing = bridgeListing(store, found.value, base);
  store.transaction(() => {
    store.bridges.remove(bridgeId);
    store.deliveries.dropAll(serviceId);
    store.services.freeName(serviceId);
  });
  for (const open of store.notifications.openOf(serviceId)) withdraw(desk, open, serviceId, 'The bridge was removed.');
  return ok(listing);
}

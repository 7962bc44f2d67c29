import { formatInstant } from '#shared/protocol/instant';
import type { ServiceListing, ServiceStatus } from '#shared/protocol/service';
import { prefixOfKind } from '../keys/service-key.ts';
import type { Service } from '../store/services.ts';

/** A service as the administrator sees it: of its key no more than helps to tell it apart, no secret. */
export function listingOf(service: Service): ServiceListing {
  return {
    service_id: service.id,
    name: service.name,
    description: service.description,
    callback_url: service.callbackUrl,
    icon_url: service.iconUrl,
    signature_scheme: service.signatureScheme,
    created_at: formatInstant(service.createdAt),
    local: service.local,
    ...(service.resume ? { resume: service.resume } : {}),
    status: statusOf(service),
    key: service.key && {
      prefix: prefixOfKind(service.local ? 'local' : 'live'),
      last_four: service.key.lastFour,
      created_at: formatInstant(service.key.createdAt),
    },
  };
}

/** A service without a key is revoked, whatever else it is. */
function statusOf({ key, suspended }: Service): ServiceStatus {
  if (!key) return 'revoked';
  return suspended ? 'suspended' : 'active';
}

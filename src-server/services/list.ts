import { formatInstant } from '#shared/protocol/instant';
import type { ServiceListing } from '#shared/protocol/service';
import type { Service } from '../store/services.ts';

/** A service as the administrator sees it: no key, no secret. */
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
  };
}

import { z } from 'zod';
import type { RestClient } from '#main/accounts/rest-client';
import type { DeliveriesView } from '#shared/inbox/delivery-view';
import { DeliveryPage } from '#shared/protocol/delivery';
import type { NotificationId, ServiceId } from '#shared/protocol/ids';
import {
  RegisterServiceReply,
  type RegisterServiceRequest,
  RotateKeyReply,
  ServiceListing,
  type SignatureScheme,
} from '#shared/protocol/service';
import { ok, type Result } from '#shared/result';
import { askServer, type ServerCall } from './ask-server.ts';
import { maskKey } from './local-key.ts';

/** As many deliveries of a service are listed. */
const mostDeliveries = 50;

const Listing = z.object({ services: z.array(ServiceListing) });

export type ServiceForm = { name: string; description: string; callbackUrl: string; signatureScheme: SignatureScheme };

export type LocalServicesPorts = {
  /** With the admin token, while the server listens. */
  rest: () => RestClient | undefined;
  /** "Local agents" has another key; told as it may be shown. Empty: it was revoked. */
  onLocalKey: (maskedKey: string) => void;
};

/** The services of the embedded server, through its HTTP API like anybody else would. */
export class LocalServices {
  readonly #ports: LocalServicesPorts;

  constructor(ports: LocalServicesPorts) {
    this.#ports = ports;
  }

  async list(): Promise<Result<ServiceListing[]>> {
    const reply = await this.#ask('GET', '/admin/services', Listing);
    return reply.ok ? ok(reply.value.services) : reply;
  }

  register({ name, description, callbackUrl, signatureScheme }: ServiceForm): Promise<Result<RegisterServiceReply>> {
    const body: RegisterServiceRequest = {
      name,
      description,
      callback_url: callbackUrl === '' ? null : callbackUrl,
      signature_scheme: signatureScheme,
    };
    return this.#ask('POST', '/services', RegisterServiceReply, body);
  }

  /** An empty URL takes the callback away: the service then asks for its answers by itself. */
  setCallback(serviceId: ServiceId, callbackUrl: string): Promise<Result<undefined>> {
    const body = { callback_url: callbackUrl === '' ? null : callbackUrl };
    return this.#act('PATCH', pathOf(serviceId), body);
  }

  /** Gives a service a new key. That of "Local agents" is in its file, where its readers look, and goes no further. */
  async rotateKey(serviceId: ServiceId): Promise<Result<{ apiKey: string | null }>> {
    // Asked before: once the key is made, nothing may stand between it and the person.
    const service = await this.#ask('GET', pathOf(serviceId), ServiceListing);
    if (!service.ok) return service;
    const reply = await this.#ask('POST', `${pathOf(serviceId)}/rotate`, RotateKeyReply);
    if (!reply.ok) return reply;
    const { api_key } = reply.value;
    if (!service.value.local) return ok({ apiKey: api_key });
    this.#ports.onLocalKey(maskKey(api_key));
    return ok({ apiKey: null });
  }

  suspend(serviceId: ServiceId): Promise<Result<undefined>> {
    return this.#act('POST', `${pathOf(serviceId)}/suspend`);
  }

  resume(serviceId: ServiceId): Promise<Result<undefined>> {
    return this.#act('POST', `${pathOf(serviceId)}/resume`);
  }

  /** The key stops working for good. That of "Local agents" leaves its file as well. */
  async revoke(serviceId: ServiceId): Promise<Result<undefined>> {
    const reply = await this.#ask('POST', `${pathOf(serviceId)}/revoke`, ServiceListing);
    if (!reply.ok) return reply;
    if (reply.value.local) this.#ports.onLocalKey('');
    return ok(undefined);
  }

  /** The newest webhook deliveries of a service, with the titles that `titleOf` knows. */
  async deliveries(
    serviceId: ServiceId,
    titleOf: (id: NotificationId) => string | undefined,
  ): Promise<Result<DeliveriesView>> {
    const page = await this.#ask('GET', `${pathOf(serviceId)}/deliveries?limit=${mostDeliveries}`, DeliveryPage);
    if (!page.ok) return page;
    const deliveries = page.value.deliveries.map((one) => ({ ...one, title: titleOf(one.notification_id) }));
    return ok({ deliveries, total: page.value.pagination.total_count });
  }

  sendAgain(notificationId: NotificationId, deliveryId: string): Promise<Result<undefined>> {
    const [notification, delivery] = [notificationId, deliveryId].map(encodeURIComponent);
    return this.#act('POST', `/notifications/${notification}/deliveries/${delivery}/resend`);
  }

  /** A call of which only the outcome counts. */
  async #act(method: 'POST' | 'PATCH', path: string, body?: unknown): Promise<Result<undefined>> {
    const reply = await this.#ask(method, path, z.unknown(), body);
    return reply.ok ? ok(undefined) : reply;
  }

  #ask<S extends z.ZodType>(
    method: ServerCall<S>['method'],
    path: string,
    schema: S,
    body?: unknown,
  ): Promise<Result<z.infer<S>>> {
    return askServer(this.#ports.rest(), { method, path, schema, body }, fields);
  }
}

const pathOf = (serviceId: ServiceId) => `/admin/services/${encodeURIComponent(serviceId)}`;

/** The fields of the protocol as the page names them. */
const fields: Record<string, keyof ServiceForm> = {
  name: 'name',
  description: 'description',
  callback_url: 'callbackUrl',
  signature_scheme: 'signatureScheme',
};

import { z } from 'zod';
import type { RestClient, RestFailure } from '#main/accounts/rest-client';
import type { ServiceId } from '#shared/protocol/ids';
import {
  RegisterServiceReply,
  type RegisterServiceRequest,
  ServiceListing,
  type SignatureScheme,
} from '#shared/protocol/service';
import { type AppError, fail, ok, type Result } from '#shared/result';

const Listing = z.object({ services: z.array(ServiceListing) });

export type ServiceForm = { name: string; description: string; callbackUrl: string; signatureScheme: SignatureScheme };

const down: AppError = {
  code: 'server/unreachable',
  message: 'The server on this computer is not running yet.',
  hint: 'Try again in a moment.',
  retryable: true,
};

/** The services of the embedded server, through its HTTP API like anybody else would. `rest`: with the admin token, while it listens. */
export class LocalServices {
  readonly #rest: () => RestClient | undefined;

  constructor(rest: () => RestClient | undefined) {
    this.#rest = rest;
  }

  async list(): Promise<Result<ServiceListing[]>> {
    const reply = await this.#rest()?.call('GET', '/admin/services', Listing);
    return reply === undefined ? fail(down) : reply.ok ? ok(reply.value.services) : fail(errorOf(reply.error));
  }

  async register({
    name,
    description,
    callbackUrl,
    signatureScheme,
  }: ServiceForm): Promise<Result<RegisterServiceReply>> {
    const body: RegisterServiceRequest = {
      name,
      description,
      callback_url: callbackUrl === '' ? null : callbackUrl,
      signature_scheme: signatureScheme,
    };
    const reply = await this.#rest()?.call('POST', '/services', RegisterServiceReply, { body });
    return reply === undefined ? fail(down) : reply.ok ? ok(reply.value) : fail(errorOf(reply.error));
  }

  /** An empty URL takes the callback away: the service then asks for its answers by itself. */
  async setCallback(serviceId: ServiceId, callbackUrl: string): Promise<Result<undefined>> {
    const path = `/admin/services/${encodeURIComponent(serviceId)}`;
    const body = { callback_url: callbackUrl === '' ? null : callbackUrl };
    const reply = await this.#rest()?.call('PATCH', path, z.unknown(), { body });
    return reply === undefined ? fail(down) : reply.ok ? ok(undefined) : fail(errorOf(reply.error));
  }
}

/** The fields of the protocol as the page names them. */
const fields: Record<string, keyof ServiceForm> = {
  name: 'name',
  description: 'description',
  callback_url: 'callbackUrl',
  signature_scheme: 'signatureScheme',
};

function errorOf(failure: RestFailure): AppError {
  if (failure.kind === 'unreachable') return { code: 'server/unreachable', message: failure.why, retryable: true };
  const { httpStatus, message, path } = failure;
  const isInput = httpStatus === 400 || httpStatus === 409 || httpStatus === 422;
  if (!isInput) return { code: 'server/refused', message };
  const field = fields[path ?? ''];
  return { code: 'service/invalid', message, ...(field === undefined ? {} : { field }) };
}

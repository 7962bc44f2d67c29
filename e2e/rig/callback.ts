import { expect } from 'playwright/test';
import type { ServiceId } from '#shared/protocol/ids';
import type { Agent } from './agent.ts';
import type { RunningApp } from './running-app.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

/** Gives the ready-made service "Local agents" a webhook, and returns a script that asks with its key. */
export async function localAgentWithWebhook(app: RunningApp, receiver: WebhookReceiver): Promise<Agent> {
  const { service_id, webhook_secret } = await app.localServer();
  receiver.secret = webhook_secret;
  const change = { serviceId: service_id as ServiceId, callbackUrl: receiver.url };
  const result = await app.page.evaluate((args) => window.triage.call('services:set-callback', args), change);
  expect(result).toMatchObject({ ok: true });
  return app.localAgent();
}

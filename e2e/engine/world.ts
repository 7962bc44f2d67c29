import { type Agent, aQuestion } from '../rig/agent.ts';
import { LoneServer } from '../rig/lone-server.ts';
import { WebhookReceiver } from '../rig/webhook-receiver.ts';

/** A real server in a process of its own, a service that asks, and the receiver of its webhooks. */
export class World {
  private constructor(
    readonly server: LoneServer,
    readonly agent: Agent,
    readonly receiver: WebhookReceiver,
  ) {}

  static async start(): Promise<World> {
    const [server, receiver] = await Promise.all([LoneServer.start(), WebhookReceiver.start()]);
    return new World(server, await server.register('Rig', receiver), receiver);
  }

  get endpoint(): { url: string; token: string } {
    return { url: this.server.url, token: this.server.userToken };
  }

  /** Asks questions that take a text, and returns their ids. */
  ask(count: number): Promise<string[]> {
    return Promise.all(Array.from({ length: count }, () => this.agent.ask(aQuestion('Why?', [say]))));
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.receiver.stop();
  }
}

/** The action of every question of the rig: its answers are texts that tell one from the other. */
export const say = { id: 'say', label: 'Say', response_type: 'text' };

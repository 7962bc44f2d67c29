import type { Handlers } from '#main/ipc/handle';
import { ok } from '#shared/result';
import type { CodingAgents } from './coding-agents.ts';

export function codingAgentsHandlers({ codingAgents }: { codingAgents: CodingAgents }) {
  return {
    'agents:list': async () => ok(await codingAgents.list()),
    'agents:preview': ({ agent, isRemoval }) => codingAgents.preview(agent, isRemoval),
    'agents:change': ({ agent, isRemoval, diff }) => codingAgents.change(agent, isRemoval, diff),
  } satisfies Partial<Handlers>;
}

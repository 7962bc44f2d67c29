import { z } from 'zod';
import type { CodingAgentName, CodingAgentView, SettingsChanged } from '#shared/agents/coding-agent';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import type { Ran } from './command-line.ts';

/** What `atp install --json` prints. */
const Report = z.object({
  file: z.string(),
  diff: z.string(),
  written: z.boolean(),
  backup: z.string().nullable(),
  notes: z.array(z.string()),
});
type Report = z.infer<typeof Report>;

export type CodingAgentsPorts = {
  /** The agents of this computer. */
  find: () => CodingAgentName[];
  /** Runs `atp`; undefined where there is no Node to run it. */
  run: (args: readonly string[]) => Promise<Ran> | undefined;
};

/** Lets the coding agents of this computer ask here. The work is done by `atp install`, so that both do the same. */
export class CodingAgents {
  readonly #ports: CodingAgentsPorts;

  constructor(ports: CodingAgentsPorts) {
    this.#ports = ports;
  }

  list(): Promise<CodingAgentView[]> {
    return Promise.all(
      this.#ports.find().map(async (agent): Promise<CodingAgentView> => {
        const removal = await this.#install(agent, ['--uninstall', '--dry-run']);
        if (!removal.ok) return { agent, problem: removal.error.message };
        return { agent, isSetUp: removal.value.diff !== '', file: removal.value.file };
      }),
    );
  }

  /** What setting an agent up, or `isRemoval` taking that back, would change. */
  async preview(agent: CodingAgentName, isRemoval: boolean): Promise<Result<SettingsChanged>> {
    return this.#install(agent, [...(isRemoval ? ['--uninstall'] : []), '--dry-run']);
  }

  /** Makes the change whose `diff` the person saw, and no other. Set up, the agent's name sends a test question. */
  async change(agent: CodingAgentName, isRemoval: boolean, diff: string): Promise<Result<SettingsChanged>> {
    const now = await this.preview(agent, isRemoval);
    if (!now.ok) return now;
    if (now.value.diff !== diff) return fail({ code: 'agent/not-changed', message: words.agents.changedMeanwhile });
    return this.#install(agent, [...(isRemoval ? ['--uninstall'] : []), '--yes']);
  }

  async #install(agent: CodingAgentName, how: readonly string[]): Promise<Result<SettingsChanged>> {
    const ran = await this.#ports.run(['install', agent, ...how, '--json']);
    if (!ran) return fail({ code: 'agent/not-changed', message: words.agents.noNode, hint: words.agents.noNodeHint });
    const report = ran.code === 0 ? reportIn(ran.stdout) : undefined;
    if (report) return ok({ ...report, backup: report.backup ?? undefined });
    const said = ran.stderr.trim().replace(/^atp: /, '');
    return fail({ code: 'agent/not-changed', message: said === '' ? words.agents.failed : said.slice(0, 1_000) });
  }
}

function reportIn(stdout: string): Report | undefined {
  try {
    return Report.safeParse(JSON.parse(stdout)).data;
  } catch {
    return undefined;
  }
}

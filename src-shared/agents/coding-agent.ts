import { z } from 'zod';

/** The coding agents whose hooks can ask here (docs/coding-agents.md). */
export const CodingAgentName = z.enum(['claude-code', 'codex']);
export type CodingAgentName = z.infer<typeof CodingAgentName>;

/** A coding agent of this computer: whether its settings hold our hooks, and in which file; `problem` where that is not known. */
export type CodingAgentView = { agent: CodingAgentName } & (
  | { isSetUp: boolean; file: string; problem?: undefined }
  | { problem: string; isSetUp?: undefined }
);

/**
 * A change to an agent's settings, as a unified diff; empty where there is nothing to change. `notes`: what to know besides.
 * `written`: it was made, and `backup` is the file that holds what was there before.
 */
export type SettingsChanged = {
  file: string;
  diff: string;
  notes: string[];
  written: boolean;
  backup: string | undefined;
};

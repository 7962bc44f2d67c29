import { createHash } from 'node:crypto';
import { isAbsolute, relative } from 'node:path';
import type { AttachmentToSend } from '../notification.ts';
import { isDestructive } from './destructive.ts';
import { fileChange } from './file-change.ts';
import { oneLine, textEvidence } from './words.ts';

export type ToolCall = { tool: string; input: Record<string, unknown>; cwd: string };

/** A tool call as a person judges it. */
export type ShownCall = { title: string; evidence: AttachmentToSend; isDestructive: boolean; note: string | undefined };

/** What cannot be shown whole cannot be judged here: then the agent asks itself. */
const mostEvidenceBytes = 384 * 1024;

/** What a tool call does, in a title and as evidence; undefined when it is too large to be shown whole. */
export function shownCall(call: ToolCall): ShownCall | undefined {
  const { description } = call.input;
  const note = typeof description === 'string' && description.trim() !== '' ? description : undefined;
  const shown = { note, isDestructive: false, ...inWords(call) };
  const { data = '' } = shown.evidence;
  return data.length * 0.75 > mostEvidenceBytes ? undefined : shown;
}

function inWords(call: ToolCall): Omit<ShownCall, 'note' | 'isDestructive'> & { isDestructive?: boolean } {
  const { tool, input, cwd } = call;
  const { command } = input;
  if (tool === 'Bash' && typeof command === 'string') {
    const evidence = textEvidence('text/x-sh', 'command', command);
    return { title: `Run ${oneLine(command)}`, evidence, isDestructive: isDestructive(command) };
  }
  if (tool === 'PowerShell' && typeof command === 'string') {
    return { title: `Run ${oneLine(command)}`, evidence: textEvidence('text/plain', 'command.ps1', command) };
  }
  if (tool === 'apply_patch' && typeof command === 'string') {
    const files = [...command.matchAll(/^\*\*\* (?:Add|Update|Delete) File: (.+)$/gm)].map(([, path = '']) => path);
    const title = files.length === 1 ? `Change ${shortPath(files[0] ?? '', cwd)}` : `Change ${files.length} files`;
    const evidence = textEvidence('text/x-diff', 'patch', command);
    return { title: files.length === 0 ? 'Apply a patch' : title, evidence };
  }
  const change = tool === 'Write' || tool === 'Edit' ? fileChange(tool, input) : undefined;
  if (change) {
    const path = shortPath(change.path, cwd);
    const verb = change.isNew ? 'Create' : tool === 'Write' ? 'Overwrite' : 'Edit';
    return { title: `${verb} ${path}`, evidence: textEvidence('text/x-diff', path, change.diff) };
  }
  return { title: otherTitle(call), evidence: textEvidence('application/json', 'input.json', jsonOf(input)) };
}

function otherTitle({ tool, input, cwd }: ToolCall): string {
  const [, server, name] = /^mcp__(.+?)__(.+)$/.exec(tool) ?? [];
  if (server !== undefined && name !== undefined) return `Use ${oneLine(name, 60)} of ${oneLine(server, 40)}`;
  const subject = [input.file_path, input.notebook_path, input.url, input.path].find((one) => typeof one === 'string');
  return typeof subject === 'string' ? `${oneLine(tool, 40)} ${shortPath(subject, cwd)}` : `Use ${oneLine(tool, 60)}`;
}

/** Relative to where the agent works, when it is in there. */
function shortPath(path: string, cwd: string): string {
  const short = isAbsolute(path) && isAbsolute(cwd) ? relative(cwd, path) : path;
  return oneLine(short === '' || short.startsWith('..') || isAbsolute(short) ? path : short);
}

function jsonOf(input: unknown): string {
  return `${JSON.stringify(input, null, 2)}\n`;
}

/**
 * One call by its content, for events without an id: what the call is about, since later events may carry more fields
 * of the same call.
 */
export function contentOf(tool: string, input: Record<string, unknown>): string {
  const { command, file_path, content, old_string, new_string } = input;
  const about =
    typeof command === 'string'
      ? [command]
      : typeof file_path === 'string'
        ? [file_path, content, old_string, new_string]
        : sorted(input);
  return createHash('sha256')
    .update(JSON.stringify([tool, about]))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)]);
}

import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { unifiedDiff } from '../diff/unified-diff.ts';

const Write = z.object({ file_path: z.string().min(1), content: z.string() });
const Edit = z.object({
  file_path: z.string().min(1),
  old_string: z.string(),
  new_string: z.string(),
  replace_all: z.boolean().nullish(),
});

/** What a tool is about to do to a file. */
export type FileChange = { path: string; isNew: boolean; diff: string };

const mostBytesRead = 2 * 1024 * 1024;

/**
 * The change that a Write or an Edit makes, from its input and the file as it is. Undefined when the input is of another
 * shape or the file is none that can be compared.
 */
export function fileChange(tool: 'Write' | 'Edit', input: unknown): FileChange | undefined {
  if (tool === 'Write') {
    const write = Write.safeParse(input).data;
    if (!write) return undefined;
    const before = textOf(write.file_path);
    if (before === 'unreadable') return undefined;
    const diff = unifiedDiff(before?.text, write.content, write.file_path);
    return { path: write.file_path, isNew: before === undefined, diff };
  }
  const edit = Edit.safeParse(input).data;
  if (!edit) return undefined;
  const before = textOf(edit.file_path);
  if (before === 'unreadable') return undefined;
  const after = before && edited(before.text, edit);
  if (before && after !== undefined && after !== before.text) {
    return { path: edit.file_path, isNew: false, diff: unifiedDiff(before.text, after, edit.file_path) };
  }
  // The file is not what the agent takes it for; what it wants to replace is shown without its surroundings.
  return { path: edit.file_path, isNew: !before, diff: unifiedDiff(edit.old_string, edit.new_string, edit.file_path) };
}

function edited(text: string, { old_string, new_string, replace_all }: z.infer<typeof Edit>): string | undefined {
  if (old_string === '' || !text.includes(old_string)) return undefined;
  if (replace_all) return text.split(old_string).join(new_string);
  const at = text.indexOf(old_string);
  return text.slice(0, at) + new_string + text.slice(at + old_string.length);
}

/**
 * The text of a file, undefined when there is none. Only plain files are opened: a pipe or a device could block, and
 * looking for a file on a network share would introduce us to whoever has it.
 */
function textOf(path: string): { text: string } | undefined | 'unreadable' {
  if (/^[\\/]{2}/.test(path)) return 'unreadable';
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isFile() || found.size > mostBytesRead) return 'unreadable';
  const bytes = readFileSync(path);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return 'unreadable';
  }
}

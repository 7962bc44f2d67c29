import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hookEntries } from './hook-entries.ts';
import { withJsonHooks, withoutJsonHooks } from './json-hooks.ts';

const entries = hookEntries('claude-code', { command: ['/usr/bin/node', "/o'pt/atp.mjs"], platform: 'linux' });

const handler = fc.record({ type: fc.constant('command'), command: fc.string() });
const group = fc.record({ matcher: fc.string(), hooks: fc.array(handler, { minLength: 1 }) });
const events = fc.constantFrom('PermissionRequest', 'PreToolUse', 'Stop', 'SessionEnd', 'SessionStart');
const hooks = fc.dictionary(events, fc.array(group, { minLength: 1, maxLength: 3 }), { minKeys: 1 });
const settings = fc.dictionary(
  fc.string().filter((key) => key !== 'hooks'),
  fc.jsonValue(),
);

test('whatever the settings hold, installing adds ours alone and uninstalling gives every byte back', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        settings,
        fc.tuple(settings, hooks).map(([rest, some]) => ({ ...rest, hooks: some })),
      ),
      fc.constantFrom(undefined, 1, 2, 4, '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\n'),
      (value, indent, eol, end) => {
        const text = (JSON.stringify(value, null, indent) + end).replaceAll('\n', eol);
        const made = withJsonHooks(text, entries, 'claude-code');
        const read = JSON.parse(made) as { hooks: Record<string, unknown[]> };
        for (const { event, group: ours } of entries) expect(read.hooks[event]?.at(-1)).toEqual(ours);
        expect(withJsonHooks(made, entries, 'claude-code')).toBe(made);
        expect(withoutJsonHooks(made, 'claude-code')).toBe(text);
      },
    ),
  );
});

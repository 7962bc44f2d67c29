import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claudeCode } from './claude-code/claude-code.ts';
import { codex } from './codex/codex.ts';
import type { Agent } from './step.ts';

const recorded = (agent: string) => {
  const folder = new URL(`./fixtures/${agent}/`, import.meta.url);
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object);
};

test.each<[Agent, object[]]>([
  [claudeCode, recorded('claude-code')],
  [codex, recorded('codex')],
])('no answer that was not offered, and none at all, ever becomes a decision (%#)', (agent, events) => {
  fc.assert(
    fc.property(fc.constantFrom(...events), fc.dictionary(fc.string(), fc.jsonValue()), (event, fields) => {
      const step = agent.stepFor({ ...event, ...fields });
      if (step.do !== 'ask') return;
      expect(step.answer([])).toBeUndefined();
      expect(step.answer(step.questions.map(() => ({ action_id: 'something', response_data: true })))).toBeUndefined();
    }),
  );
});

test.each<[Agent, object[]]>([
  [claudeCode, recorded('claude-code')],
  [codex, recorded('codex')],
])('any field may hold anything (%#)', (agent, events) => {
  const fields = [
    'tool_input',
    'permission_suggestions',
    'requested_schema',
    'tool_name',
    'cwd',
    'session_id',
    'message',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...events), fc.constantFrom(...fields), fc.jsonValue(), (event, field, value) => {
      const step = agent.stepFor({ ...event, [field]: value });
      if (step.do === 'ask') for (const { title } of step.questions) expect(title).not.toMatch(/[\r\n]/);
      expect(agent.stepFor(value).do).toBe('nothing');
    }),
  );
});

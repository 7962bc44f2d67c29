import { expect, test } from 'vitest';
import { aDataFolder, EngineUnderTest } from './engine-under-test.ts';

test('R20: of engines started together on one folder exactly one runs, and a kill leaves no stale lock', async () => {
  const folder = aDataFolder();
  for (let round = 0; round < 3; round++) {
    const engines = Array.from({ length: 4 }, () => new EngineUnderTest({ dataFolder: folder.path, takeBackMs: 0 }));
    const outcomes = await Promise.all(
      engines.map((engine) =>
        Promise.race([
          engine.until('it is ready', () => engine.said('ready').length > 0).then(() => 'runs' as const),
          engine.ended().then(() => 'ended' as const),
        ]).catch(() => 'ended' as const),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['ended', 'ended', 'ended', 'runs']);
    for (const [index, engine] of engines.entries()) {
      if (outcomes[index] === 'ended') expect(engine.errors.join('')).toContain('Another Triage Inbox is using');
      else await engine.kill();
    }
  }
  folder.remove();
});

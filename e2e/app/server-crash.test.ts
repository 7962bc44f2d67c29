import { aQuestion } from '../rig/agent.ts';
import { readLocalServer } from '../rig/folder.ts';
import { expect, test } from '../rig/test.ts';

test('the server that comes with the app is killed, then frozen: each time it is back by itself, and the app with it', async ({
  app,
}) => {
  const first = await app.localServer();
  await (await app.localAgent()).ask(aQuestion('Before the crash?'));
  await expect(app.inbox.row('Before the crash?')).toHaveCount(1);

  const pidAfter = async (pid: number, timeout: number) => {
    const now = () => readLocalServer(app.launch.folder)?.pid;
    await expect.poll(() => now() !== undefined && now() !== pid, { timeout, intervals: [20] }).toBe(true);
    return now() ?? 0;
  };
  const before = performance.now();
  process.kill(first.pid, 'SIGKILL');
  const second = await pidAfter(first.pid, 10_000);
  await app.live();
  const took = performance.now() - before;
  expect(took).toBeLessThan(2_000);

  process.kill(second, 'SIGSTOP');
  await pidAfter(second, 15_000);
  await app.live();
  await (await app.localAgent()).ask(aQuestion('After the crash?'));
  await app.inbox.expectRows(2);
});

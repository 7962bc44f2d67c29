// @ts-check
import { parseArgs } from 'node:util';
import { chapters } from './conformance/chapters/index.mjs';
import { runChapters } from './conformance/run.mjs';
import { World } from './conformance/world.mjs';
import { asProgram } from './lib/as-program.mjs';
import { Problem } from './lib/problem.mjs';

const usage = `npm run conformance -- --url URL --admin-token T [--user-token U] [options]

Tries the rules of the Agent Triage Protocol on a server that is running. Prints a line per rule: ✓ kept, ✗ broken,
! an extension of Triage Inbox that this server lacks, – not checked; the section of the wire reference; where the rule
comes from (seed and docs are stated, inferred is proposed there). The exit code is 0 when no rule is broken.

  --url             the server, such as http://127.0.0.1:4680
  --admin-token     registers three services
  --user-token      without it the rules about clients are not checked
  --only a,b        only these chapters: ${chapters.map(({ name }) => name).join(', ')}
  --long            waits for heartbeats too (another minute)
  --limits          tries the rate limits too; expect refusals for a minute afterwards
  --extensions      a missing extension counts as broken

The services receive webhooks on a free port of 127.0.0.1; where the server does not post there, those rules are not
checked. Switch rate limits off for a full run: registering more than ten services an hour is refused by section 15.`;

const options = /** @type {const} */ ({
  url: { type: 'string' },
  'admin-token': { type: 'string' },
  'user-token': { type: 'string' },
  only: { type: 'string' },
  long: { type: 'boolean' },
  limits: { type: 'boolean' },
  extensions: { type: 'boolean' },
  help: { type: 'boolean' },
});

asProgram(import.meta.url, async (args) => {
  const { values } = parseArgs({ args, options });
  if (values.help) return void console.log(usage);
  const { url, 'admin-token': adminToken, 'user-token': userToken } = values;
  if (!url || !adminToken) throw new Problem('The address or the admin token is missing.', `\n${usage}`);
  if (!URL.canParse(url)) throw new Problem(`"${url}" is not an address.`, 'name one such as http://127.0.0.1:4680.');
  const startedAt = performance.now();
  const world = new World({ url, adminToken, userToken });
  await world.receiver.start();
  const modes = new Set([...(values.long ? ['long'] : []), ...(values.limits ? ['limits'] : [])]);
  const results = await runChapters(chosen(values.only), world, {
    modes,
    extensionsCount: values.extensions ?? false,
    print: (line) => console.log(line),
  }).finally(() => world.leave());
  /** @param {string} verdict */
  const count = (verdict) => results.filter((one) => one.verdict === verdict).length;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const rest = `${count('warning')} extensions missing, ${count('unchecked')} not checked`;
  console.log(
    `\n${count('kept')} kept, ${count('broken')} broken, ${rest} (${world.http.requests} requests, ${seconds} s)`,
  );
  return count('broken') > 0 || count('kept') === 0 ? 1 : 0;
});

/** @param {string | undefined} only */
function chosen(only) {
  if (only === undefined) return chapters;
  return only.split(',').map((name) => {
    const found = chapters.find((one) => one.name === name);
    if (!found)
      throw new Problem(`There is no chapter "${name}".`, `use ${chapters.map((one) => one.name).join(', ')}.`);
    return found;
  });
}

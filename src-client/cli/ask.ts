import { ATPClient } from '../client.ts';
import { findEndpoint } from '../where/endpoint.ts';
import { parseAsk } from './ask-options.ts';
import { awaitAnswer } from './await-answer.ts';
import { readAttachments, readDescription } from './evidence.ts';
import { exitCode } from './exit-codes.ts';
import { type Io, print, say } from './io.ts';
import { Journal } from './journal.ts';

/** `atp ask`: sends the question and waits for its answer. */
export async function ask(args: readonly string[], io: Io): Promise<number> {
  const options = parseAsk(args);
  const attachments = await readAttachments(options.attach);
  const description = await readDescription(options.description, io.stdin);
  const client = new ATPClient(findEndpoint({}, io));
  const { title, project, metadata, actions, yes, json, waitForMs, withdrawOnInterrupt, deadlineInMs, deadlineAt } =
    options;
  const deadline = deadlineInMs === undefined ? deadlineAt : new Date(Date.now() + deadlineInMs);
  const sent = await client.sendNotification(
    {
      title,
      description,
      actions,
      ...(project === undefined ? {} : { project }),
      ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
      ...(attachments.length === 0 ? {} : { attachments }),
      ...(deadline === undefined ? {} : { deadline }),
    },
    { signal: io.interrupted },
  );
  const id = sent.notification_id;
  await new Journal(io).add({ id, url: client.url, title, actions: actions.length, at: new Date().toISOString() });
  if (!options.wait) {
    print(io, json ? JSON.stringify({ notification_id: id, status: 'created' }) : id);
    return exitCode.answered;
  }
  say(io, `Asked (${id}). Waiting for the answer …`);
  return awaitAnswer(client, io, { id, actions: actions.length, yes, json, waitForMs, withdrawOnInterrupt });
}

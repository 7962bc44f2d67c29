// What handler.py does, in Node, for machines without Python: `receiver.mjs PORT`, the webhook secret on standard input.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const secret = (await text(process.stdin)).trim();
const say = (line) => process.stdout.write(`${line}\n`);

createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const wanted = createHmac('sha256', secret).update(body).digest('hex');
  const given = String(request.headers['x-atp-signature'] ?? '');
  if (given.length !== wanted.length || !timingSafeEqual(Buffer.from(given), Buffer.from(wanted))) {
    response.writeHead(403).end('{"error":"Invalid signature"}');
    return;
  }
  const { action_id, response_data, metadata } = JSON.parse(body.toString('utf8'));
  if (action_id === 'approve') say(`Running query ${metadata.query_id}`);
  if (action_id === 'deny') say(`Query denied. Reason: ${response_data}`);
  if (action_id === 'schedule') say(`Scheduling query ${metadata.query_id} for ${response_data}`);
  response.writeHead(200).end('{"status":"success"}');
}).listen(Number(process.argv[2]), '127.0.0.1', () => process.stderr.write('Running on\n'));

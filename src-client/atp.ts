import { realpathSync } from 'node:fs';
import { run } from './cli/program.ts';
import { surroundings } from './where/endpoint.ts';

// The command line `atp`: the only place that touches the process.

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt.abort());
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0); // the reader had enough
  throw error;
});

run(process.argv.slice(2), {
  ...surroundings(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  interrupted: interrupt.signal,
  cwd: process.cwd(),
  command: [process.execPath, process.argv[1] ? realpathSync(process.argv[1]) : ''],
  parentId: () => process.ppid,
}).then(
  (code) => {
    process.exitCode = code;
    process.stdin.destroy();
  },
  (bug: unknown) => {
    process.stderr.write(`${bug instanceof Error ? bug.stack : String(bug)}\n`);
    process.exitCode = 70;
  },
);

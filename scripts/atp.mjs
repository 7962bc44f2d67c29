#!/usr/bin/env node
// @ts-check
import { existsSync } from 'node:fs';
import { inProject } from './lib/project.mjs';

// The command line `atp`, as the package's bin. It runs what the build made, so that it starts at once.
const program = inProject('dist', 'agents', 'atp.mjs');
if (existsSync(program)) await import(program);
else {
  process.stderr.write('atp: not built yet. Run "npm start" or "npm run build" in the project first.\n');
  process.exitCode = 70;
}

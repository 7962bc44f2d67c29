import { execFileSync } from 'node:child_process';
import { defineConfig } from 'playwright/test';
import { projectRoot } from './rig/project.ts';

// Asked once: the workers inherit it.
process.env.TRIAGE_E2E_ELECTRON ||= execFileSync(process.execPath, ['scripts/electron-path.mjs'], {
  cwd: projectRoot,
  encoding: 'utf8',
}).trim();

/** Real Electron, a real server, a real D-Bus: nothing is faked but the desktop around the app. */
export default defineConfig({
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 8_000 },
  reporter: [['list']],
  projects: [
    { name: 'app', testDir: './app' },
    { name: 'packaged', testDir: './packaged' },
  ],
});

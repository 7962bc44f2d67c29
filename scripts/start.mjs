// @ts-check
import { buildIfStale } from './build.mjs';
import { asProgram } from './lib/as-program.mjs';
import { dataFolder } from './lib/data-folder.mjs';
import { sandboxArguments } from './lib/display.mjs';
import { withDisplayAndBus } from './lib/display-and-bus.mjs';
import { announceRuntime } from './lib/electron-runtime.mjs';
import { runInForeground } from './lib/foreground-child.mjs';
import { watchLocalServer } from './lib/local-server-file.mjs';
import { say } from './lib/progress.mjs';
import { projectFolder } from './lib/project.mjs';
import { setup } from './setup.mjs';

asProgram(import.meta.url, async (args) => {
  const runtime = await setup();
  await buildIfStale();
  announceRuntime(runtime);
  const sandbox = sandboxArguments();
  if (sandbox.length > 0) say("Running as root, so without Chromium's sandbox (--no-sandbox). Prefer a normal user.");
  return withDisplayAndBus(async ({ env, display }) => {
    if (display) explainPrivateDisplay(display, env.XAUTHORITY);
    const folder = dataFolder({ env });
    say(`Data folder: ${folder}`);
    const stopWatching = watchLocalServer(folder, (url) =>
      say(`Server for agents: ${url} (its key: local-server.json there)`),
    );
    try {
      return await runInForeground(runtime.executable, [...sandbox, projectFolder, ...args], { env });
    } finally {
      stopWatching();
    }
  });
});

/**
 * @param {string} display
 * @param {string | undefined} keyFile
 */
function explainPrivateDisplay(display, keyFile) {
  say(`No display here: the app runs on a display of its own, ${display} (Xvfb), with its own session bus.`);
  say(
    `  a picture of it:  XAUTHORITY=${keyFile} DISPLAY=${display} import -window root screen.png   (package imagemagick)`,
  );
  say(
    `  look and click:   x11vnc -display ${display} -auth ${keyFile} -localhost   (package x11vnc), then any VNC viewer`,
  );
}

// Runs another Electron program (BENCH_MAIN) and says when what it has to show was painted first, on one clock for all.
const { app, ipcMain, session } = require('electron');
const { join } = require('node:path');

const filePath = join(__dirname, 'preload.cjs');
app.whenReady().then(() => {
  const { defaultSession } = session;
  if (defaultSession.registerPreloadScript) defaultSession.registerPreloadScript({ type: 'frame', filePath });
  else defaultSession.setPreloads([filePath]); // before Electron 35
});
ipcMain.once('bench:painted', (_event, at) => process.stdout.write(`painted ${at}\n`));

require(process.env.BENCH_MAIN);

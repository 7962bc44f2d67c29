// The floor: a window of the inbox's size with one line of text in it, and nothing else that an app could be without.
const { app, BrowserWindow, ipcMain } = require('electron');
const { join } = require('node:path');

app.setPath('userData', process.env.TRIAGE_DATA_DIR);

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1180,
    height: 760,
    show: false,
    webPreferences: { preload: join(__dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(join(__dirname, 'index.html'));
});

/** The statement without the app around it: the newest 500 that hold the words, on the app's own database. */
let find;
ipcMain.handle('find', (_event, match) => {
  if (!find) {
    const { DatabaseSync } = require('@photostructure/sqlite');
    const database = new DatabaseSync(process.env.BENCH_DATABASE, { readOnly: true });
    find = database.prepare('SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT 500');
  }
  return find.all(match).map(({ rowid }) => Number(rowid));
});

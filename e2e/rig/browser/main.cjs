// A browser and nothing else: Electron's Chromium with the web preferences that any page gets.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => new BrowserWindow({ width: 800, height: 600 }).loadURL('about:blank'));

const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bare', { find: (match) => ipcRenderer.invoke('find', match) });

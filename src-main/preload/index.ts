import { contextBridge, ipcRenderer } from 'electron';
import { ipcChannelNames, ipcEventNames } from '#shared/ipc/channels';
import type { Bridge, IpcChannel, IpcEventName, IpcEvents } from '#shared/ipc/contract';

const channels: ReadonlySet<string> = new Set(ipcChannelNames);
const events: ReadonlySet<string> = new Set(ipcEventNames);

// Types end at the bridge: what comes from the page is checked here by name and in the main process by schema.
const bridge: Bridge = {
  call: (channel: IpcChannel, ...args: unknown[]) => {
    if (!channels.has(channel)) return Promise.reject(new Error('No such call.'));
    return ipcRenderer.invoke(channel, args[0]);
  },
  on: <E extends IpcEventName>(event: E, listener: (payload: IpcEvents[E]) => void) => {
    if (!events.has(event)) throw new Error('No such event.');
    const hear = (_event: unknown, payload: IpcEvents[E]) => listener(payload);
    ipcRenderer.on(event, hear);
    return () => {
      ipcRenderer.removeListener(event, hear);
    };
  },
};

contextBridge.exposeInMainWorld('triage', bridge);

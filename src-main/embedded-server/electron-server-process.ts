import { utilityProcess } from 'electron';
import type { Logger } from '#main/logging/logger';
import type { StartServerProcess } from './server-process.ts';

/** Starts the embedded server in an Electron utility process. No token is in its arguments or its environment. */
export function utilityServer(modulePath: string, log: Logger): StartServerProcess {
  return () => {
    const child = utilityProcess.fork(modulePath, [], {
      serviceName: 'Triage Inbox server',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: withoutOwnVariables(process.env),
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      log.warn('the embedded server said', { text: String(chunk).slice(0, 2_000) });
    });
    return {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill: () => {
        // It does not end on SIGTERM (src-server/embedded.ts), and one that hangs hears nothing else either.
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      },
    };
  };
}

/** The server takes nothing from the environment while it is embedded. */
export function withoutOwnVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(TRIAGE|ATP)_/.test(name)));
}

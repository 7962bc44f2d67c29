import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type Logger, reasonOf } from '#main/logging/logger';
import { type IpcArgs, type IpcChannel, type IpcResult, ipcContract } from '#shared/ipc/contract';
import { fail, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/** What the main process does for each call of a page; all of them, by the compiler's word. `pageId`: whose call it is. */
export type Handlers = {
  [C in IpcChannel]: (args: IpcArgs<C>, pageId: number) => Promise<Result<IpcResult<C>>> | Result<IpcResult<C>>;
};

export type HandlePorts = {
  ipcMain: Pick<IpcMain, 'handle'>;
  isOwnPage: (event: IpcMainInvokeEvent) => boolean;
  log: Logger;
};

/** Answers every channel of the table: the sender is checked, the arguments are parsed, and nothing is ever thrown at the page. */
export function handleAll({ ipcMain, isOwnPage, log }: HandlePorts, handlers: Handlers): void {
  for (const channel of Object.keys(ipcContract) as IpcChannel[]) {
    const run = handlers[channel] as (args: unknown, pageId: number) => Promise<Result<unknown>> | Result<unknown>;
    ipcMain.handle(channel, async (event, raw: unknown): Promise<Result<unknown>> => {
      if (!isOwnPage(event)) {
        log.warn('a call from elsewhere was refused', { channel });
        return fail({ code: 'ipc/untrusted-sender', message: words.running.notOurPage });
      }
      const args = ipcContract[channel].args.safeParse(raw);
      if (!args.success) {
        log.warn('a call with bad arguments was refused', { channel });
        return fail({ code: 'ipc/bad-arguments', message: words.running.notUnderstood });
      }
      try {
        return await run(args.data, event.sender.id);
      } catch (thrown) {
        log.error('a call failed', { channel, reason: reasonOf(thrown) });
        return fail({ code: 'ipc/failed', message: words.running.callFailed });
      }
    });
  }
}

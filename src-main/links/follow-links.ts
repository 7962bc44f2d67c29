import { type App, dialog } from 'electron';
import { type ItemLink, linkIn, parseLink } from '#main/start-options';
import { words } from '#shared/words/words';
import type { AskWhich } from './item-of-link.ts';

/** Where links to items come in; those that come before anybody can follow them wait. */
export type Links = {
  /** Follows what has come in, and from now on each that comes. */
  follow: (open: (link: ItemLink) => void) => void;
};

/** Listens for links from a second start and from the system. `first`: the one that the app was started with. */
export function listenForLinks(app: App, first: ItemLink | undefined, onSecondStart: () => void): Links {
  const early: ItemLink[] = first ? [first] : [];
  let open = (link: ItemLink): void => void early.push(link);
  app.on('second-instance', (_event, argv) => {
    onSecondStart();
    const next = linkIn(argv);
    if (next) open(next);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const next = parseLink(url);
    if (next) open(next);
  });
  return {
    follow(how) {
      open = how;
      for (const link of early.splice(0)) how(link);
    },
  };
}

/** Asks the person which of the servers that hold an item is meant. */
export const askWhichServer: AskWhich = async (holders) => {
  const buttons = [...holders.map(({ name }) => name), words.running.cancel];
  const message = words.running.whichServer;
  const { response } = await dialog.showMessageBox({ message, buttons, cancelId: buttons.length - 1 });
  return holders[response]?.id;
};

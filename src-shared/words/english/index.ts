import { accounts } from './accounts.ts';
import { answering } from './answering.ts';
import { banners } from './banners.ts';
import { bridges } from './bridges.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import { dates } from './dates.ts';
import { deliveries } from './deliveries.ts';
import { desktop } from './desktop.ts';
import { empty } from './empty.ts';
import { endings } from './endings.ts';
import { flags } from './flags.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { list } from './list.ts';
import { localKey } from './local-key.ts';
import { network } from './network.ts';
import { notices } from './notices.ts';
import { popover } from './popover.ts';
import { receipts } from './receipts.ts';
import { search } from './search.ts';
import { server } from './server.ts';
import { services } from './services.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { sidebar } from './sidebar.ts';
import { toast } from './toast.ts';
import { welcome } from './welcome.ts';
import { why } from './why.ts';

export const english = {
  accounts,
  answering,
  banners,
  bridges,
  composer,
  connection,
  dates,
  deliveries,
  desktop,
  empty,
  endings,
  flags,
  help,
  history,
  list,
  localKey,
  network,
  notices,
  popover,
  receipts,
  search,
  server,
  services,
  settings,
  shell,
  sidebar,
  toast,
  welcome,
  why,
};

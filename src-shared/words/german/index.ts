import type { Words } from '../words.ts';
import { about } from './about.ts';
import { accounts } from './accounts.ts';
import { agents } from './agents.ts';
import { announcements } from './announcements.ts';
import { answering } from './answering.ts';
import { answers } from './answers.ts';
import { asker } from './asker.ts';
import { banners } from './banners.ts';
import { batch } from './batch.ts';
import { bridges } from './bridges.ts';
import { buttons } from './buttons.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import { controls } from './controls.ts';
import { data } from './data.ts';
import { dates } from './dates.ts';
import { decisions } from './decisions.ts';
import { deliveries } from './deliveries.ts';
import { desk } from './desk.ts';
import { desktop } from './desktop.ts';
import { empty } from './empty.ts';
import { endings } from './endings.ts';
import { evidence } from './evidence.ts';
import { faults } from './faults.ts';
import { filters } from './filters.ts';
import { flags } from './flags.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { keyboard } from './keyboard.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { localKey } from './local-key.ts';
import { menus } from './menus.ts';
import { missed } from './missed.ts';
import { network } from './network.ts';
import { notes } from './notes.ts';
import { notices } from './notices.ts';
import { origin } from './origin.ts';
import { palette } from './palette.ts';
import { place } from './place.ts';
import { popover } from './popover.ts';
import { privacy } from './privacy.ts';
import { question } from './question.ts';
import { receipts } from './receipts.ts';
import { running } from './running.ts';
import { said } from './said.ts';
import { samples } from './samples.ts';
import { search } from './search.ts';
import { server } from './server.ts';
import { services } from './services.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { sidebar } from './sidebar.ts';
import { snooze } from './snooze.ts';
import { storage } from './storage.ts';
import { times } from './times.ts';
import { toast } from './toast.ts';
import { tray } from './tray.ts';
import { validation } from './validation.ts';
import { welcome } from './welcome.ts';
import { why } from './why.ts';

export const german: Words = {
  about,
  accounts,
  agents,
  announcements,
  answering,
  answers,
  asker,
  banners,
  batch,
  bridges,
  buttons,
  composer,
  connection,
  controls,
  data,
  dates,
  decisions,
  deliveries,
  desk,
  desktop,
  empty,
  endings,
  evidence,
  faults,
  filters,
  flags,
  help,
  history,
  keyboard,
  keys,
  list,
  localKey,
  menus,
  missed,
  network,
  notes,
  notices,
  origin,
  palette,
  place,
  popover,
  privacy,
  question,
  receipts,
  running,
  said,
  samples,
  search,
  server,
  services,
  settings,
  shell,
  sidebar,
  snooze,
  storage,
  times,
  toast,
  tray,
  validation,
  welcome,
  why,
};

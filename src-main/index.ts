import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, clipboard, dialog, ipcMain, nativeTheme, net, powerMonitor, protocol, session, shell } from 'electron';
import { readVersions } from '#main/about/versions';
import { openAccounts } from '#main/account-book/open-accounts';
import { RestClient } from '#main/accounts/rest-client';
import { webSocketOpener } from '#main/accounts/stream-socket';
import { coalesced, readAppState } from '#main/app-state';
import { codingAgentsOf } from '#main/coding-agents/coding-agents-of';
import { DataDesk } from '#main/data/data-desk';
import { askForBackup, eraseAndQuit, startAgain } from '#main/data/electron-data';
import { finishErasing } from '#main/data/finish-erasing';
import { finishDecidedRestore } from '#main/data/finish-restore';
import { Desktop } from '#main/desktop/desktop';
import { utilityServer } from '#main/embedded-server/electron-server-process';
import { Supervisor } from '#main/embedded-server/supervisor';
import { createEngine } from '#main/engine';
import type { AskWhere } from '#main/evidence/save-attachment';
import { HistoryDesk } from '#main/history/history-desk';
import { handleAll } from '#main/ipc/handle';
import { createHandlers } from '#main/ipc/handlers';
import { speakAsSet } from '#main/language/speak-as-set';
import { forcedLocale, systemLocales } from '#main/language/system-locales';
import { askWhichServer, listenForLinks } from '#main/links/follow-links';
import { itemOfLink } from '#main/links/item-of-link';
import { fileLogger, reasonOf } from '#main/logging/logger';
import { createNotifier } from '#main/native/create-notifier';
import { startNative } from '#main/native/start-native';
import { createNetwork } from '#main/network/create-network';
import { watchMachine } from '#main/network-watch/watch-machine';
import { quitCleanly } from '#main/quit-cleanly';
import { electronProtection } from '#main/secrets/electron-protection';
import { LocalBridges } from '#main/services/local-bridges';
import { localKeyFile } from '#main/services/local-key';
import { LocalServices } from '#main/services/local-services';
import { SettingsStore } from '#main/settings/settings-store';
import { type ItemLink, readStartOptions, type StartOptions, usualDataFolder } from '#main/start-options';
import { systemClock as clock } from '#main/time/clock';
import { keepsRunningNote } from '#main/tray/keeps-running';
import { startTray } from '#main/tray/start-tray';
import { Warnings } from '#main/warnings';
import { schemePrivileges, serveAsset } from '#main/windows/app-protocol';
import { createWindows } from '#main/windows/app-windows';
import { nextTextSize, setApplicationMenu } from '#main/windows/application-menu';
import { guardContents, guardSession } from '#main/windows/guards';
import { appScheme, pageOf } from '#main/windows/page';
import { momentWords } from '#shared/words/dates';
import { resolveSpeech } from '#shared/words/resolve-speech';
import { speak, words } from '#shared/words/words';

// The composition root: every object of the app is made here, and nowhere else does anything happen by being imported.

/** How long quitting waits for what was typed last, then for answers on their way, then for the server, in ms. */
const pageGraceMs = 500;
const answerGraceMs = 3_000;
const serverGraceMs = 2_000;
const trayRefreshMs = 60_000;

const { platform } = process;
const dist = join(__dirname, '..');
const options = readStartOptions({
  argv: process.argv,
  env: process.env,
  platform,
  home: homedir(),
  isPackaged: app.isPackaged,
});
delete process.env.TRIAGE_SERVER_TOKEN; // no child process inherits it

mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
app.setName('Triage Inbox');
app.setPath('userData', options.dataFolder);
app.setPath('sessionData', join(options.dataFolder, 'page'));
if (platform === 'win32') app.setAppUserModelId('dev.triage-inbox.app'); // the appId of electron-builder.yml
protocol.registerSchemesAsPrivileged([schemePrivileges]);

if (!app.requestSingleInstanceLock())
  app.exit(0); // the first one was told and has raised its window
else if (eraseWhatWasDecided()) app.exit(0);
else runApp(options).catch(failToStart);

/** Says whether nothing more is to follow: the person erased everything and quit. */
function eraseWhatWasDecided(): boolean {
  const left = finishErasing(options.dataFolder);
  if (left.length > 0) dialog.showErrorBox('Triage Inbox', words.data.leftBehind(left.join(', ')));
  return process.argv.includes(eraseAndQuit);
}

/** Without its stores there is no app: said by the system, since there is no window. */
function failToStart(thrown: unknown): void {
  dialog.showErrorBox(words.running.cannotStart, reasonOf(thrown));
  app.exit(1);
}

async function runApp({
  dataFolder,
  hidden,
  runAccount,
  devServerUrl,
  serverLimits,
  language,
  network: environment,
  link,
}: StartOptions): Promise<void> {
  const log = fileLogger(join(dataFolder, 'logs'), clock.now);
  const page = pageOf(devServerUrl);
  let raise = () => {};
  const links = listenForLinks(app, link, () => raise());
  app.on('window-all-closed', () => {}); // the tray keeps the app
  guardContents(app, page, log);
  await app.whenReady();

  const system = systemLocales();
  const forced = language ?? forcedLocale();
  speak(resolveSpeech('system', system, forced)); // what fails before the settings are read is said so
  const tellState = coalesced(clock, () => publish());
  const warnings = new Warnings(tellState);
  process.on('uncaughtException', (error) => complain(error));
  process.on('unhandledRejection', (reason) => complain(reason));
  finishDecidedRestore({ dataFolder, now: clock.now(), warnings, log });
  const { settings, warning } = SettingsStore.open(dataFolder, clock.now());
  if (warning) warnings.report(warning);
  speakAsSet(settings, system, forced, () => {
    engine.feed.allChanged();
    engine.noticed('network-up'); // whoever waits for a server says in the new language why
  });

  const network = createNetwork({
    environment,
    platform,
    warnings,
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    settings,
    onTrustChanged: () => engine.noticed('network-up'),
  });
  const { fetch } = network;
  const engine = createEngine({
    dataFolder,
    clock,
    random: Math.random,
    newId: randomUUID,
    fetch,
    openStream: webSocketOpener(network),
    takeBackMs: () => settings.current.takeBackSeconds * 1000,
    historyDays: () => settings.current.historyRetentionDays,
    timeWords: momentWords,
    accountName: (id) => desk.nameOf(id),
    warnings,
    log,
    onArrived: (key) => native.arrived(key),
    onClosed: (key) => native.closed(key),
    onChanged: tellState,
    attention: () => ({
      isFocused: windows.isAnyoneThere(),
      idleMs: powerMonitor.getSystemIdleTime() * 1000,
    }),
  });
  const { inbox, accounts } = engine;

  const desk = openAccounts({
    dataFolder,
    engine,
    protection: electronProtection(platform),
    runAccount,
    fetch,
    clock,
    newId: randomUUID,
    onGone: (key) => native.closed(key),
    onChanged: tellState,
    warnings,
    log,
  });
  const { local } = desk;
  const tokens = {
    userToken: randomBytes(32).toString('base64url'),
    adminToken: randomBytes(32).toString('base64url'),
  };
  const supervisor = new Supervisor({
    ...tokens,
    limits: serverLimits,
    startProcess: utilityServer(join(dist, 'server', 'embedded.cjs'), log),
    clock,
    dataFolder,
    keyFile: localKeyFile(dataFolder),
    log,
    onChanged: (view) => {
      if (view.state === 'listening') local.connect({ url: view.url, token: tokens.userToken });
      tellState();
    },
  });
  const restWith = (token: string) => {
    const { view } = supervisor;
    return view.state === 'listening' ? new RestClient(view.url, token, { fetch, clock }) : undefined;
  };

  const windows = createWindows({
    ...{ page, dist, dataFolder, clock, log, inbox },
    isPackaged: app.isPackaged,
    textSizePercent: () => settings.current.textSizePercent,
    onSeen: (key) => native.seen(key),
    onHidden: () => sayWhereItWent(),
  });
  const { pages, composers, doors } = windows;

  const notifier = createNotifier(platform, { dataFolder, icon: join(dist, 'icons', 'icon.png'), clock, log });
  const native = startNative({
    engine,
    settings,
    notifier,
    doors,
    isOnScreen: windows.isOnScreen,
    clock,
    warnings,
    dataFolder,
    log,
  });

  const askWhere: AskWhere = async (name) => {
    const choice = await dialog.showSaveDialog({ defaultPath: join(app.getPath('downloads'), name) });
    return choice.canceled ? undefined : choice.filePath;
  };
  const history = new HistoryDesk({ engine, clock, askWhere, log });

  const desktop = new Desktop({
    ...{ platform, settings, clock, warnings, log },
    summon: () => windows.main.raise(),
    onChanged: tellState,
  });
  const data = new DataDesk({
    ...{ dataFolder, clock, askWhere, log },
    app: app.getVersion(),
    askWhich: askForBackup,
    inFlight: () => engine.outbox.onTheirWay().length,
    leaveDesktop: () => desktop.leave(),
    startAgain,
  });
  const readState = () =>
    readAppState({
      facts: { version: app.getVersion(), platform, electronVersion: process.versions.electron, dataFolder },
      engine,
      desk,
      settings: () => settings.current,
      localServer: () => supervisor.view,
      desktop: () => desktop.view(),
      warnings: () => warnings.list(),
    });
  handleAll(
    { ipcMain, isOwnPage: (event) => pages.areCalling(event), log },
    createHandlers({
      readState,
      settings,
      inbox,
      marks: engine.marks,
      away: engine.away,
      onMissedChanged: tellState,
      accounts,
      desk,
      services: new LocalServices({
        rest: () => restWith(tokens.adminToken),
        onLocalKey: (maskedKey) => supervisor.renewLocalKey(maskedKey),
      }),
      bridges: new LocalBridges(() => restWith(tokens.adminToken)),
      restWith,
      records: () => native.records(),
      retryServer: () => supervisor.retry(),
      now: clock.now,
      copyText: (text) => clipboard.writeText(text),
      openOutside: (url) => shell.openExternal(url),
      askWhere,
      history,
      data,
      about: {
        versions: () => readVersions(app.getVersion(), process.versions),
        licencesFile: join(dist, 'licences.json'),
        logFolder: join(dataFolder, 'logs'),
        usualFolder: usualDataFolder(process.env, platform, homedir()),
        inFlight: () => engine.outbox.onTheirWay().length,
        openFolder: (path) => shell.openPath(path),
      },
      codingAgents: codingAgentsOf({
        ...{ dataFolder, platform, isPackaged: app.isPackaged, resourcesFolder: process.resourcesPath },
        projectFolder: join(dist, '..'),
      }),
      onLookedAt: (key, pageId) => windows.looksAt(pageId, key),
      placeOf: (pageId) => (composers.has(pageId) ? 'composer' : 'window'),
      onAnswered: (key, answer, pageId) => composers.has(pageId) && native.composed(key, answer),
      showItem: doors.showItem,
      showInbox: () => windows.main.raise(),
      fitHeight: (pageId, height) => composers.fitHeight(pageId, height),
    }),
  );
  engine.feed.onFlush((keys) => pages.broadcast('inbox:changed', { keys }));

  const tray = startTray({
    platform,
    clock,
    engine,
    native,
    settings,
    doors,
    openSettings: () => windows.showView('settings'),
    onClick: (icon) => windows.popover.toggle(icon),
    quit: () => app.quit(),
    serverNow: () => local.serverNow(),
  });

  applySettings();
  settings.onChanged(() => {
    applySettings();
    desktop.apply();
    pages.applyTextSize();
    publish(); // what a person sets shows at once
  });
  watchMachine({
    powerMonitor,
    isOnline: () => net.isOnline(),
    clock,
    isAnyoneWaiting: accounts.isAnyoneWaiting,
    onNoticed: (what) => {
      engine.noticed(what);
      if (what === 'woke') native.wake();
    },
  });
  windows.watchPresence(app, powerMonitor, () => {
    engine.away.look();
    tellState();
  });
  app.on('activate', () => windows.main.raise());
  const phase = quitCleanly(app, stopEverything);

  guardSession(session.defaultSession, page, log);
  session.defaultSession.protocol.handle(appScheme, (request) => serveAsset(request, join(dist, 'renderer')));
  supervisor.start();
  windows.main.open(hidden);
  desktop.start();
  raise = () => windows.main.raise();
  desk.connect();
  engine.outbox.run();
  history.start();
  // A crash between storing and announcing, or items of an account that comes back: said once, now.
  native.start(accounts.ids().flatMap((id) => engine.store.queries.unnotified(id)));
  refreshTrayEveryMinute();
  links.follow((next) => void openLink(next));

  function publish(): void {
    if (phase() !== 'running') return;
    const state = readState();
    pages.broadcast('app:changed', state);
    tray.show(state);
    app.setBadgeCount(state.counts.open);
    if (platform === 'win32') windows.main.showCount(state.counts.open);
  }

  function refreshTrayEveryMinute(): void {
    clock.at(clock.now() + trayRefreshMs, () => {
      tellState();
      refreshTrayEveryMinute();
    });
  }

  function applySettings(): void {
    const { theme, textSizePercent } = settings.current;
    nativeTheme.themeSource = theme;
    setApplicationMenu(
      platform,
      settings.current,
      {
        showView: windows.showView,
        changeTheme: (next) => void settings.change({ theme: next }),
        changeTextSize: (change) => void settings.change({ textSizePercent: nextTextSize(textSizePercent, change) }),
        quit: () => app.quit(),
      },
      app.isPackaged,
    );
  }

  function sayWhereItWent(): void {
    if (settings.current.trayHintSaid) return;
    settings.change({ trayHintSaid: true });
    notifier.show(keepsRunningNote(desktop.view().tray));
  }

  async function openLink(next: ItemLink): Promise<void> {
    const key = await itemOfLink(next, inbox, (id) => desk.nameOf(id), askWhichServer);
    if (key) doors.showItem(key);
    else windows.main.raise();
  }

  async function stopEverything(): Promise<void> {
    try {
      await windows.leave(pageGraceMs);
      history.stop();
      await engine.stop(answerGraceMs);
      native.stop();
      desktop.stop();
      tray.destroy();
    } finally {
      await supervisor.stop(serverGraceMs);
    }
  }

  function complain(thrown: unknown): void {
    log.error('a bug', { reason: reasonOf(thrown), stack: thrown instanceof Error ? thrown.stack : undefined });
    warnings.report({
      id: 'bug',
      say: () => ({
        message: words.running.bug,
        hint: words.running.bugHint(join(dataFolder, 'logs', 'main.log')),
      }),
    });
  }
}

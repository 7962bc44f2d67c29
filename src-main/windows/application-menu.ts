import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Settings } from '#shared/inbox/settings';
import { words } from '#shared/words/words';

export type MenuCommands = {
  showView: (view: 'inbox' | 'history' | 'settings') => void;
  changeTextSize: (change: 'larger' | 'smaller' | 'usual') => void;
  changeTheme: (theme: Settings['theme']) => void;
  quit: () => void;
};

/** The sizes that the menu walks through, in percent. */
const textSizes = [90, 100, 110, 125, 150, 175, 200];

/** The next text size in the menu's walk. */
export function nextTextSize(current: number, change: 'larger' | 'smaller' | 'usual'): number {
  if (change === 'usual') return 100;
  if (change === 'larger') return textSizes.find((size) => size > current) ?? current;
  return textSizes.findLast((size) => size < current) ?? current;
}

/** Sets the application menu for a platform; called again when the settings change. */
export function setApplicationMenu(
  platform: string,
  settings: Settings,
  commands: MenuCommands,
  isPackaged: boolean,
): void {
  const isMac = platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macMenu(commands)] : []),
    fileMenu(isMac, commands),
    editMenu(isMac),
    viewMenu(isMac, settings, commands, isPackaged),
    goMenu(isMac, commands),
    windowMenu(isMac),
    {
      role: 'help',
      label: titleOn(isMac, words.menus.help),
      submenu: [
        { label: words.menus.howAgentsAsk, click: () => commands.showView('settings') },
        ...(isMac ? [] : [about()]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function about(): MenuItemConstructorOptions {
  return { role: 'about', label: words.menus.about };
}

function macMenu({ showView, quit }: MenuCommands): MenuItemConstructorOptions {
  return {
    label: 'Triage Inbox',
    submenu: [
      about(),
      separator,
      { label: words.menus.settingsDots, accelerator: 'Command+,', click: () => showView('settings') },
      separator,
      { role: 'services', label: words.menus.services },
      separator,
      { role: 'hide', label: words.menus.hide },
      { role: 'hideOthers', label: words.menus.hideOthers },
      { role: 'unhide', label: words.menus.showAll },
      separator,
      { label: words.menus.quitApp, accelerator: 'Command+Q', click: quit },
    ],
  };
}

function fileMenu(isMac: boolean, { quit }: MenuCommands): MenuItemConstructorOptions {
  const close: MenuItemConstructorOptions = { role: 'close', label: words.menus.closeWindow };
  const leave = { label: words.menus.quit, accelerator: 'Ctrl+Q', click: quit };
  return { label: titleOn(isMac, words.menus.file), submenu: isMac ? [close] : [close, separator, leave] };
}

function editMenu(isMac: boolean): MenuItemConstructorOptions {
  return {
    label: titleOn(isMac, words.menus.edit),
    submenu: [
      { role: 'undo', label: words.menus.undo },
      { role: 'redo', label: words.menus.redo },
      separator,
      { role: 'cut', label: words.menus.cut },
      { role: 'copy', label: words.menus.copy },
      { role: 'paste', label: words.menus.paste },
      { role: 'pasteAndMatchStyle', label: words.menus.pasteAsText },
      { role: 'delete', label: words.menus.delete },
      separator,
      { role: 'selectAll', label: words.menus.selectAll },
    ],
  };
}

function viewMenu(
  isMac: boolean,
  settings: Settings,
  { changeTextSize, changeTheme }: MenuCommands,
  isPackaged: boolean,
): MenuItemConstructorOptions {
  const theme = (label: string, value: Settings['theme']): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: settings.theme === value,
    click: () => changeTheme(value),
  });
  return {
    label: titleOn(isMac, words.menus.view),
    submenu: [
      { label: words.menus.largerText, accelerator: 'CommandOrControl+Plus', click: () => changeTextSize('larger') },
      // The same key without Shift, where plus shares a key with the equals sign.
      {
        label: words.menus.largerText,
        accelerator: 'CommandOrControl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
        click: () => changeTextSize('larger'),
      },
      { label: words.menus.smallerText, accelerator: 'CommandOrControl+-', click: () => changeTextSize('smaller') },
      { label: words.menus.usualText, accelerator: 'CommandOrControl+0', click: () => changeTextSize('usual') },
      separator,
      {
        label: words.menus.theme,
        submenu: [
          theme(words.menus.themeSystem, 'system'),
          theme(words.menus.themeLight, 'light'),
          theme(words.menus.themeDark, 'dark'),
        ],
      },
      separator,
      { role: 'togglefullscreen', label: words.menus.fullScreen },
      ...(isPackaged ? [] : developing()),
    ],
  };
}

function goMenu(isMac: boolean, { showView }: MenuCommands): MenuItemConstructorOptions {
  return {
    label: titleOn(isMac, words.menus.go),
    submenu: [
      { label: words.menus.inbox, accelerator: 'CommandOrControl+1', click: () => showView('inbox') },
      { label: words.menus.history, accelerator: 'CommandOrControl+2', click: () => showView('history') },
      isMac
        ? { label: words.menus.settings, click: () => showView('settings') }
        : { label: words.menus.settings, accelerator: 'Ctrl+,', click: () => showView('settings') },
    ],
  };
}

function windowMenu(isMac: boolean): MenuItemConstructorOptions {
  return {
    label: titleOn(isMac, words.menus.window),
    role: 'window',
    submenu: [
      { role: 'minimize', label: words.menus.minimise },
      { role: 'zoom', label: words.menus.zoomWindow },
      isMac ? { role: 'front', label: words.menus.toFront } : { role: 'close', label: words.menus.closeWindow },
    ],
  };
}

function developing(): MenuItemConstructorOptions[] {
  return [
    separator,
    { role: 'reload', label: words.menus.reload },
    { role: 'toggleDevTools', label: words.menus.devTools },
  ];
}

/** macOS knows no access keys. */
function titleOn(isMac: boolean, label: string): string {
  return isMac ? label.replace('&', '') : label;
}

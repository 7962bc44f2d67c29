import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Settings } from '#shared/inbox/settings';

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

/** Sets the application menu for a platform; called again when the theme changes. */
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
    viewMenu(settings, commands, isPackaged),
    goMenu(isMac, commands),
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [{ label: 'How agents ask', click: () => commands.showView('settings') }, ...(isMac ? [] : [about])],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

const separator: MenuItemConstructorOptions = { type: 'separator' };
const about: MenuItemConstructorOptions = { role: 'about', label: 'About Triage Inbox' };

function macMenu({ showView, quit }: MenuCommands): MenuItemConstructorOptions {
  return {
    label: 'Triage Inbox',
    submenu: [
      about,
      separator,
      { label: 'Settings…', accelerator: 'Command+,', click: () => showView('settings') },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { label: 'Quit Triage Inbox', accelerator: 'Command+Q', click: quit },
    ],
  };
}

function fileMenu(isMac: boolean, { quit }: MenuCommands): MenuItemConstructorOptions {
  const close: MenuItemConstructorOptions = { role: 'close', label: 'Close Window' };
  if (isMac) return { label: 'File', submenu: [close] };
  return { label: '&File', submenu: [close, separator, { label: '&Quit', accelerator: 'Ctrl+Q', click: quit }] };
}

function editMenu(isMac: boolean): MenuItemConstructorOptions {
  return {
    label: isMac ? 'Edit' : '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'delete' },
      separator,
      { role: 'selectAll' },
    ],
  };
}

function viewMenu(
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
    label: '&View',
    submenu: [
      { label: 'Larger Text', accelerator: 'CommandOrControl+Plus', click: () => changeTextSize('larger') },
      // The same key without Shift, where plus shares a key with the equals sign.
      {
        label: 'Larger Text',
        accelerator: 'CommandOrControl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
        click: () => changeTextSize('larger'),
      },
      { label: 'Smaller Text', accelerator: 'CommandOrControl+-', click: () => changeTextSize('smaller') },
      { label: 'Usual Text Size', accelerator: 'CommandOrControl+0', click: () => changeTextSize('usual') },
      separator,
      {
        label: 'Theme',
        submenu: [theme('Follow the System', 'system'), theme('Light', 'light'), theme('Dark', 'dark')],
      },
      separator,
      { role: 'togglefullscreen' },
      ...(isPackaged ? [] : [separator, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
    ],
  };
}

function goMenu(isMac: boolean, { showView }: MenuCommands): MenuItemConstructorOptions {
  return {
    label: isMac ? 'Go' : '&Go',
    submenu: [
      { label: 'Inbox', accelerator: 'CommandOrControl+1', click: () => showView('inbox') },
      { label: 'History', accelerator: 'CommandOrControl+2', click: () => showView('history') },
      isMac
        ? { label: 'Settings', click: () => showView('settings') }
        : { label: 'Settings', accelerator: 'Ctrl+,', click: () => showView('settings') },
    ],
  };
}

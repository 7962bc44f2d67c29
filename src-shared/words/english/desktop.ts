/** What Settings says of the app’s place in the desktop. */
export const desktop = {
  title: 'Desktop',
  login: 'Start when I log in',
  loginHint: 'Hidden: it waits for questions and shows no window.',
  loginNotInstalled: 'Only an installed app can be started by the system. This one runs from its sources.',
  summon: 'Keys that bring the inbox up from anywhere',
  summonHint: 'Other programs cannot use these keys then.',
  summonOff: 'Off',
  summonPress: 'Press the keys…',
  summonRefused: 'The system did not give us these keys: another program has them, or it allows none. Choose others.',
  summonSet: 'Choose keys',
  summonChange: 'Change',
  summonClear: 'Switch off',
  tray: 'Icon in the tray',
  trayThere: 'Shown. A click on it brings up a small inbox.',
  trayMissing:
    'This desktop shows no tray icons. With the window closed the app goes on and notifies you; start it again to see its window.',
};

/** How the app stands in this desktop. */
export type DesktopView = {
  /** Whether somebody shows our tray icon. */
  tray: 'there' | 'missing';
  /** The shortcut that summons the app; `refused`: the system did not give it to us. */
  summon: 'off' | 'on' | 'refused';
  /** `not-installed`: run from its sources, there is nothing that the system could start. */
  startAtLogin: 'possible' | 'not-installed';
};

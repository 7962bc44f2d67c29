/** How the app stands in this desktop. */
export type DesktopView = {
  /** Whether somebody shows our tray icon. */
  tray: 'there' | 'missing';
  /** The shortcut that summons the app; `refused`: the system did not give it to us. */
  summon: 'off' | 'on' | 'refused';
  /** What the system does, whatever is set. `not-installed`: run from its sources, there is nothing that it could start. */
  startAtLogin: 'on' | 'off' | 'not-installed';
  /** Whether `triage-inbox:` links lead to this app, as the system has it; `unknown` until it was asked. */
  links: 'on' | 'off' | 'unknown' | 'not-installed';
};

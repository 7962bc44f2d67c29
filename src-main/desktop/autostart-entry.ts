import { join } from 'node:path';
import { english } from '#shared/words/english/index';
import { german } from '#shared/words/german/index';

const fileName = 'triage-inbox.desktop';

/** Where the desktops of Linux look for what starts with the session (the Autostart specification of freedesktop.org). */
export function autostartFile(env: Record<string, string | undefined>, home: string): string {
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'autostart', fileName);
}

/** The entry that starts a program hidden with the session, which reads it in its own language. `executable`: its whole path. */
export function autostartEntry(executable: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Triage Inbox',
    `Comment=${english.running.purpose}`,
    `Comment[de]=${german.running.purpose}`,
    `Exec=${quoted(executable)} --hidden`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * An argument of an Exec line: quoted, with the four characters escaped that a shell would read, a percent sign doubled,
 * and the backslashes doubled once more for being in a string of the file.
 */
function quoted(path: string): string {
  const argument = path.replace(/[\\"`$]/g, (one) => `\\${one}`).replaceAll('%', '%%');
  return `"${argument.replaceAll('\\', '\\\\')}"`;
}

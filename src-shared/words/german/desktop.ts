import type { desktop as english } from '../english/desktop.ts';

export const desktop: typeof english = {
  title: 'Desktop',
  login: 'Bei der Anmeldung starten',
  loginHint: 'Verborgen: Die App wartet auf Fragen und zeigt kein Fenster.',
  loginNotInstalled: 'Nur eine installierte App kann vom System gestartet werden. Diese läuft aus ihren Quellen.',
  summon: 'Tasten, die den Eingang von überall hervorholen',
  summonHint: 'Andere Programme können diese Tasten dann nicht verwenden.',
  summonOff: 'Aus',
  summonPress: 'Drücken Sie die Tasten…',
  summonRefused:
    'Das System hat uns diese Tasten nicht gegeben: Ein anderes Programm hat sie, oder es erlaubt keine. Wählen Sie andere.',
  summonSet: 'Tasten wählen',
  summonChange: 'Ändern',
  summonClear: 'Ausschalten',
  tray: 'Symbol im Infobereich',
  trayThere: 'Ist da. Ein Klick darauf zeigt einen kleinen Eingang.',
  trayMissing:
    'Dieser Desktop zeigt keine Symbole im Infobereich. Bei geschlossenem Fenster läuft die App weiter und benachrichtigt Sie; starten Sie sie noch einmal, um ihr Fenster zu sehen.',
};

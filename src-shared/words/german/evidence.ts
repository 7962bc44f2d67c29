import type { evidence as english } from '../english/evidence.ts';
import { number, plural } from '../plural.ts';

export const evidence: typeof english = {
  title: 'Belege',
  notShown: (n) => `${plural(n, { one: 'weiterer Anhang wird', other: 'weitere Anhänge werden' })} nicht gezeigt.`,
  attachment: 'Anhang',
  unreadable: (why) => `Dieser Anhang kann nicht gelesen werden. ${why}`,
  both: 'Er nennt sowohl eine Adresse als auch seinen Inhalt.',
  noContent: 'Er hat keinen Inhalt.',
  notBase64: 'Sein Inhalt ist kein gültiges Base64.',
  notText: 'Das ist kein Text in UTF-8 und kann hier nicht gezeigt werden.',
  bytes: (n) => plural(n, { one: 'Byte', other: 'Byte' }),
  kilobytes: (size) => `${size} KB`,
  megabytes: (size) => `${size} MB`,
  cannotOpen: (address) => `Diese Adresse kann von hier nicht geöffnet werden: ${address}`,
  openLink: 'Link öffnen',
  save: 'Speichern unter…',
  saved: 'Gespeichert',

  details: 'Einzelheiten',
  moreRows: (n, left) => `${number(n)} weitere von ${plural(left, { one: 'Zeile', other: 'Zeilen' })} zeigen`,
  empty: 'leer',
  none: 'nichts',
  moreCharacters: (n) => ` … und ${plural(n, { one: 'weiteres Zeichen', other: 'weitere Zeichen' })}`,

  image: {
    picture: 'Bild',
    attached: 'Angehängtes Bild',
    tooLarge: 'Das Bild ist zu groß, um es zu zeigen.',
    damaged: 'Das Bild ist beschädigt und kann nicht gezeigt werden.',
    enlarge: (name) => `Vergrößern: ${name}`,
    fit: 'Einpassen',
    percent: (n) => `${number(n)} %`,
    close: 'Schließen',
  },
  table: (rows, columns) =>
    `${plural(rows, { one: 'Zeile', other: 'Zeilen' })}, ${plural(columns, { one: 'Spalte', other: 'Spalten' })}`,
  diff: {
    counts: (added, removed) =>
      `${plural(added, { one: 'Zeile', other: 'Zeilen' })} hinzugefügt, ${number(removed)} entfernt`,
    unified: 'Untereinander',
    split: 'Nebeneinander',
  },
  json: {
    search: 'In diesem JSON suchen',
    searchHint: 'Suchen',
    notFound: 'Nicht gefunden',
    found: (n) => `${number(n)} gefunden`,
    nothing: 'nichts',
    tooDeep: '(zu tief verschachtelt)',
    list: (n) => `Liste, ${plural(n, { one: 'Eintrag', other: 'Einträge' })}`,
    object: (n) => `Objekt, ${plural(n, { one: 'Eintrag', other: 'Einträge' })}`,
    showMore: (n) => `${number(n)} weitere zeigen`,
  },
  text: {
    allLines: (n) => (n === 1 ? '1 Zeile zeigen' : `Alle ${number(n)} Zeilen zeigen`),
    moreInLine: (n) => ` … und ${plural(n, { one: 'weiteres Zeichen', other: 'weitere Zeichen' })} in dieser Zeile`,
  },
  markdown: {
    code: 'Code',
    table: 'Tabelle',
    showRest: (characters) => `Den Rest zeigen (${plural(characters, { one: 'Zeichen', other: 'Zeichen' })})`,
    cut: (kilobytes) => `Der Text ist länger, als diese App zeigt (${number(kilobytes)} KB). Hier endet er.`,
    picture: 'Bild',
    pictureOf: (name) => `Bild: ${name}`,
    pictureNotShown: (picture) => `${picture} (nicht gezeigt)`,
  },
  hiddenCharacter: (name) => `Ein unsichtbares Zeichen: ${name}`,
};

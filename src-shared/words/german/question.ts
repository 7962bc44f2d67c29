import type { question as english } from '../english/question.ts';
import { dative } from './dative.ts';

export const question: typeof english = {
  untitled: 'Frage ohne Titel',
  unnamedService: 'Dienst ohne Namen',
  theService: 'den Dienst',
  back: 'Zurück zur Liste',
  askedJustNow: 'gerade gefragt',
  askedAgo: (age) => `gefragt vor ${dative(age)}`,
  opening: 'Wird geöffnet…',
  openLink: 'Diesen Link außerhalb von Triage Inbox öffnen?',
  offered: (answers) => `Angeboten waren: ${answers}`,
  readOnly: 'Diese Frage kann hier nur gelesen werden.',
  readOnlyBecause: (version) =>
    `Sie ist in Version ${version} des Protokolls geschrieben; diese App beantwortet Version 1.`,
  late: 'Die Frist ist vorbei.',
  lateHint: 'Eine Antwort kann zu spät kommen: Das entscheidet der Server.',
  changed: 'Diese Frage hat sich geändert, während Sie sie lasen.',
  changedHint: 'Nichts wurde gesendet. Lesen Sie sie noch einmal, bevor Sie antworten.',
  readAgain: 'Ich habe sie noch einmal gelesen',
};

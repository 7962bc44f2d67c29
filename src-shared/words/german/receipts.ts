import type { receipts as english } from '../english/receipts.ts';
import { dative } from './dative.ts';

export const receipts: typeof english = {
  title: 'Was geschah',
  asked: 'Gefragt',
  askedBy: (service) => `von ${service}`,
  received: 'Angekommen',
  receivedHere: 'auf diesem Rechner',
  receivedLate: (wait) => `auf diesem Rechner, ${wait} später`,
  seen: 'Gesehen',
  seenHere: 'auf diesem Rechner',
  unseen: 'ohne dass sie hier gesehen wurde',
  answered: 'Beantwortet',
  byYou: (said, wait) => `„${said}“ von Ihnen, nach ${dative(wait)}`,
  byYouIn: {
    window: (said, wait) => `„${said}“ von Ihnen in diesem Fenster, nach ${dative(wait)}`,
    notification: (said, wait) => `„${said}“ von Ihnen in der Benachrichtigung, nach ${dative(wait)}`,
    tray: (said, wait) => `„${said}“ von Ihnen im Infobereich, nach ${dative(wait)}`,
    composer: (said, wait) => `„${said}“ von Ihnen im Antwortfenster, nach ${dative(wait)}`,
  },
  cameBack: (said, why) => `„${said}“: ${why}`,
  elsewhere: (wait) => `nach ${dative(wait)}`,
  elsewhereSaid: (said, wait) => `„${said}“, nach ${dative(wait)}`,
  notSent: 'Noch nicht gesendet',
  accepted: 'Angenommen',
  byServer: 'vom Server',
  byServerLate: (wait) => `vom Server, ${wait} nach Ihrer Antwort`,
  delivered: 'Zugestellt',
  toAgent: 'dem Agenten',
  toAgentLate: (wait) => `dem Agenten, ${wait} später`,
  notPickedUp: 'Nicht abgeholt',
  notPickedUpYet: 'vom Agenten bisher',
};

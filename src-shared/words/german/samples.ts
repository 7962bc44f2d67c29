import type { samples as english } from '../english/samples.ts';

export const samples: typeof english = {
  migration: {
    title: 'Soll die Migration auf der Produktivdatenbank laufen?',
    description:
      'Sie ändert, wie Bestellsummen gespeichert werden. Um `08:40` wurde eine Sicherung gemacht.\n\n**1.284.190 Zeilen** werden neu geschrieben.',
    project: 'Webshop',
    run: 'Migration starten',
    wait: 'Jetzt nicht',
    discuss: 'Erst das Team fragen',
    discussHint: 'Wen, und was?',
  },
  delivery: {
    title: 'Ist die Lieferung für Tisch 12 vollständig?',
    description: 'Laut Bote steht sie am Seiteneingang. Ich gebe die Zahlung frei, wenn Sie nachgesehen haben.',
    project: 'Restaurant',
    label: 'Lieferung',
    complete: 'Vollständig',
    missing: 'Etwas fehlt',
  },
  budget: {
    title: 'Wie viel vom Werbebudget darf ich heute ausgeben?',
    description: 'Klicks sind heute Morgen günstig. Beim Betrag, den Sie nennen, höre ich von selbst auf.',
    project: 'Marketing',
    amount: 'Betrag',
    range: '0 bis 500',
    nothing: 'Heute nichts mehr',
  },
  supplier: {
    title: 'Wer soll das Papier für Oktober liefern?',
    description: 'Alle drei können bis zum 28. liefern. Die Preise gelten je Palette.',
    project: 'Druckerei',
    label: 'Lieferant',
    north: 'Nordpapier, 640 EUR',
    mill: 'Mill & Sons, 655 EUR, Recycling',
    delta: 'Delta Paper, 610 EUR, zwei Tage später',
  },
  move: {
    title: 'Wann darf ich die Datenbank auf den neuen Server umziehen?',
    description: 'Es dauert etwa zwanzig Minuten; so lange lassen sich Bestellungen nur lesen.',
    project: 'Webshop',
    when: 'Beginn des Umzugs',
  },
  reports: {
    title: 'Welche Berichte möchten Sie montags?',
    description: 'Ich stelle sie in der Nacht zum Montag zusammen. Wählen Sie bis zu drei.',
    project: 'Finanzen',
    label: 'Berichte',
    revenue: 'Umsatz nach Produkt',
    churn: 'Verlorene Kunden',
    support: 'Last im Support',
    uptime: 'Verfügbarkeit und Störungen',
    hiring: 'Bewerbungen',
  },
  release: {
    title: 'Womit sollen die Versionshinweise anfangen?',
    description:
      'Version 2.4 bringt:\n\n- Arbeiten ohne Netz\n- schnellere Suche\n- drei Korrekturen für *Safari*\n\nEin oder zwei Sätze genügen.',
    project: 'Webshop',
    opening: 'Erster Satz',
    openingHint: 'Jetzt können Sie …',
  },
  onboarding: {
    title: 'Wie las sich der neue Begrüßungstext für Sie?',
    description:
      'Er ist seit Montag zu sehen. Ein ungefähres Gefühl genügt; danach entscheide ich, ob ich einen zweiten Entwurf schreibe.',
    project: 'Website',
    rating: 'Ihr Urteil',
    least: 'Verwirrend',
    most: 'Glasklar',
  },
  command: {
    title: 'Build 118 ausliefern?',
    description: 'Alle Tests sind bestanden. Zwei Migrationen werden laufen.',
    ship: 'Ausliefern',
    partly: 'Nur zum Teil',
    hold: 'Noch nicht',
    why: 'Warum?',
  },
};

import type { network as english } from '../english/network.ts';

export const network: typeof english = {
  title: 'Netzwerk',
  hint: 'Die App benutzt den Proxy dieses Systems und vertraut den Zertifizierungsstellen, denen das System vertraut.',
  certificateFile: 'Zertifikatsdatei',
  certificateHint:
    'Der Pfad einer PEM-Datei mit der Zertifizierungsstelle Ihrer Organisation, der dann auch vertraut wird. Leer: keine.',
  save: 'Speichern',
  saved: 'Gespeichert. Verbindungen, die nicht zustande kamen, werden noch einmal versucht.',
};

/** Letters of other scripts, and digits, that are drawn like Latin ones. */
const twins: Record<string, string> = Object.fromEntries([
  ...pairs('аеорсухкмтвнізѕјԁԛԝ', 'aeopcyxkmtbhi3sjdqw'),
  ...pairs('αορνκτιυχ', 'aopvktiux'),
  ...pairs('01|', 'oll'),
  ['ı', 'i'],
  ['ɡ', 'g'],
]);

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to];
  return [...from].map((letter, index) => [letter, targets[index] ?? letter]);
}

/** What a name looks like: two names with the same look are easily taken for each other. */
export function lookOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Cc}\s\p{P}]/gu, '');
  return [...plain]
    .map((letter) => twins[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('i', 'l');
}

/** Another service whose name looks like this one's, if there is one. */
export function lookAlike(
  service: { id: string; name: string },
  others: readonly { id: string; name: string }[],
): { id: string; name: string } | undefined {
  const look = lookOf(service.name);
  if (look === '') return undefined;
  return others.find((other) => other.id !== service.id && lookOf(other.name) === look);
}

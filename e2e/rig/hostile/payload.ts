/** What one hostile question is made of. Texts may hold `{canary}`: it becomes an address that counts visits. */
export type Payload = {
  /** What it tries, for the report of a failure. */
  name: string;
  context: Record<string, unknown>;
  actions?: Record<string, unknown>[];
  isInEveryField?: true;
};

export type Evidence = { type: string; description?: string; data?: string; uri?: string };

/** An attachment of text. */
export function attached(type: string, text: string | Buffer, description?: string): Evidence {
  const data = Buffer.from(text).toString('base64');
  return { type, data, ...(description === undefined ? {} : { description }) };
}

/** A question whose only oddity is what is attached to it. */
export function withEvidence(name: string, ...attachments: Evidence[]): Payload {
  return { name, context: { title: name, attachments } };
}

/** A question with one text in every field that an agent fills in; of the attachments a third, by its place in a list. */
export function inEveryField(text: string, place: number): Payload {
  const short = text.slice(0, 200);
  const options = [
    { value: 'a', label: short || 'a' },
    { value: short.slice(0, 60) || 'b', label: short },
  ];
  return {
    name: text.slice(0, 120),
    isInEveryField: true,
    context: {
      title: short,
      description: text,
      project: short,
      metadata: { [short.slice(0, 80) || 'key']: text, nested: { [short]: [text] }, link: '{canary}/metadata' },
      attachments: [
        attached('text/markdown', text, short),
        attached('text/plain', text, `${short.slice(0, 40)}.js`),
        attached('application/json', JSON.stringify({ [short]: text }), short),
        attached('text/csv', `"${text.replaceAll('"', '""')}",b\n"${text.replaceAll('"', '""')}",c\n`, short),
        attached('text/x-diff', `--- a/${short}\n+++ b/${short}\n@@ -1 +1 @@\n-${text}\n+${text}\n`, short),
        attached('text/html', text, short),
        { type: short, description: short, data: 'AAAA' },
        { type: 'image/png', description: short, uri: '{canary}/attachment.png' },
        { type: 'text/html', description: short, uri: text },
      ].filter((_, at) => at % 3 === place % 3),
    },
    actions: [
      { id: 'simple', label: short || 'x', response_type: 'simple', flags: [short, 'irreversible'] },
      { id: 'choice', label: short || 'x', response_type: 'choice', options },
      { id: 'binary', label: short || 'x', response_type: 'binary', options: { true_label: short, false_label: text } },
      { id: 'text', label: short || 'x', response_type: 'text', constraints: { placeholder: text } },
      { id: 'number', label: short || 'x', response_type: 'number', constraints: { unit: short } },
      {
        id: 'scale',
        label: short || 'x',
        response_type: 'scale',
        constraints: { min: 0, max: 4, min_label: short, max_label: text },
      },
      { id: 'odd', label: short || 'x', response_type: short || 'odd' },
    ],
  };
}

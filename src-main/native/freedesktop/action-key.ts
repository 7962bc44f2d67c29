/**
 * The key of a button says by itself which button of which notification of which installation it is, so that it is
 * understood after a restart, and nobody else's signal under the same number is taken for ours.
 */
export type ButtonKey = { tag: string; button: string };

export function writeActionKey(nonce: string, { tag, button }: ButtonKey): string {
  return [nonce, encode(tag), encode(button)].join('.'); // no character that a menu or a shell would read as its own
}

/** The button of a key that this installation wrote; undefined for any other. */
export function readActionKey(nonce: string, key: string): ButtonKey | undefined {
  const [head, tag, button, ...rest] = key.split('.');
  if (head !== nonce || tag === undefined || button === undefined || rest.length > 0) return undefined;
  return { tag: decode(tag), button: decode(button) };
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

function decode(text: string): string {
  return Buffer.from(text, 'base64url').toString('utf8');
}

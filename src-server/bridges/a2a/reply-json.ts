/** The JSON in the body of a reply; undefined where there is none. */
export function replyJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

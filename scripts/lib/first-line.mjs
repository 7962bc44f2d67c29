// @ts-check

/**
 * The first line that a starting child writes to one of its pipes; undefined when it ends without one.
 * @param {import('node:child_process').ChildProcess} child
 * @param {unknown} pipe
 * @returns {Promise<string | undefined>}
 */
export function firstLine(child, pipe) {
  const stream = /** @type {import('node:stream').Readable} */ (pipe);
  return new Promise((resolve) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (part) => {
      text += part;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end).trim());
    });
    child.once('error', () => resolve(undefined));
    child.once('close', () => resolve(undefined));
  });
}

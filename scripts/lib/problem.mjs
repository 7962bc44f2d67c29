// @ts-check

/** Something a person can put right: what went wrong, and what to do about it. */
export class Problem extends Error {
  /**
   * @param {string} whatHappened
   * @param {string} whatToDo
   * @param {{ cause?: unknown }} [options]
   */
  constructor(whatHappened, whatToDo, options) {
    super(whatHappened, options);
    this.name = 'Problem';
    this.whatToDo = whatToDo;
  }
}

/** @param {unknown} error */
export function describeFailure(error) {
  if (error instanceof Problem) {
    const cause = error.cause instanceof Error ? `\n  Cause: ${error.cause.message}` : '';
    return `✗ ${error.message}${cause}\n  What to do: ${error.whatToDo}`;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `✗ ${trace}\n  What to do: this is a bug in scripts/; please report it with the lines above.`;
}

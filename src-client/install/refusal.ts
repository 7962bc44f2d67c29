/** A file that is left alone, and why: said to the person, nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * A span of time of ours ("3 Tage") as it stands after „vor“, „nach“ and „in“: "vor 3 Tagen". What is abbreviated stays as
 * it is.
 */
export function dative(span: string): string {
  return span.replaceAll(/\bTage\b/g, 'Tagen');
}

/** How long to wait before an attempt, in ms: exponential with full jitter (section 6.5). `jitter` is 0 (inclusive) to 1. */
export function backoff(
  attempt: number,
  jitter: number,
  { firstMs, capMs, factor = 2 }: { firstMs: number; capMs: number; factor?: number },
): number {
  const ceiling = Math.min(capMs, firstMs * factor ** Math.min(attempt, 100));
  return Math.round(jitter * ceiling);
}

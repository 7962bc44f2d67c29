/** How long to wait before an attempt, in ms: exponential with full jitter (section 6.5). `jitter` is 0 (inclusive) to 1. */
export function backoff(
  attempt: number,
  jitter: number,
  { firstMs, capMs }: { firstMs: number; capMs: number },
): number {
  const ceiling = Math.min(capMs, firstMs * 2 ** Math.min(attempt, 30));
  return Math.round(jitter * ceiling);
}

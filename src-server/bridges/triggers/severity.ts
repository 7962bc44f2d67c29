/** How pressing an event is, in the words of section 19. */
export type Severity = 'low' | 'normal' | 'high' | 'urgent';

const words: Record<Severity, readonly string[]> = {
  urgent: ['urgent', 'critical', 'blocker', 'emergency', 'highest', 'p0', 'sev0', '0'],
  high: ['high', 'major', 'error', 'p1', 'sev1', '1'],
  normal: ['normal', 'medium', 'moderate', 'warning', 'p2', 'sev2', '2'],
  low: ['low', 'lowest', 'minor', 'trivial', 'info', 'p3', 'p4', 'sev3', '3', '4'],
};

/** What `data.priority` means; undefined when it says nothing that we know. */
export function severityOf(priority: unknown): Severity | undefined {
  if (typeof priority !== 'string' && typeof priority !== 'number') return undefined;
  const word = String(priority).trim().toLowerCase();
  return (Object.keys(words) as Severity[]).find((severity) => words[severity].includes(word));
}

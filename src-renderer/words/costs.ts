/** Keys of metadata that speak of cost, for the confirmation of a costly action (section 12). */
const costKey = /cost|price|amount|budget|spend|fee|charge|estimate|total|credits|tokens|hours|eur|usd|gbp/i;

export function costEntries(metadata: Record<string, unknown>): [string, string][] {
  return Object.entries(metadata)
    .filter(([key, value]) => costKey.test(key) && ['string', 'number'].includes(typeof value))
    .slice(0, 6)
    .map(([key, value]) => [key, String(value)]);
}

/** How long a fault lasts, or when it strikes, is a matter of chance: nothing is waited for here. */
export function moment(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export type Theme = 'light' | 'dark';

/** What the system asks for, now and later. */
export function systemTheme() {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const current = (): Theme => (query.matches ? 'dark' : 'light');
  return {
    current,
    onChange(listener: (theme: Theme) => void): () => void {
      const tell = () => listener(current());
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
  };
}

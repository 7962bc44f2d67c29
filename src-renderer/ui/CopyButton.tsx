import { useEffect, useState } from 'react';
import { words } from '#shared/words/words';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

const saidForMs = 2_000;

/** Copies through its owner and says so where it was pressed. `onCopy` answers whether it worked. */
export function CopyButton({
  label = words.buttons.copy,
  onCopy,
  size = 's',
}: {
  label?: string;
  onCopy: () => Promise<boolean>;
  size?: 'm' | 's';
}) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), saidForMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const press = () => {
    void onCopy().then((copied) => setOutcome(copied ? 'copied' : 'failed'));
  };
  return (
    <Button variant="ghost" size={size} onClick={press}>
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} size={14} />
      {outcome === 'copied' ? words.buttons.copied : outcome === 'failed' ? words.buttons.notCopied : label}
    </Button>
  );
}

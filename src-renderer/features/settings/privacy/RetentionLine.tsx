import type { Settings } from '#shared/inbox/settings';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Choice } from '../parts.tsx';

const forEver = 0;
const choices = [30, 90, 180, 365, 730];

/** How long what ended is kept on this computer. */
export function RetentionLine({ settings }: { settings: Settings }) {
  const { app } = useStores();
  const current = settings.historyRetentionDays ?? forEver;
  const days = [...new Set([...choices, current])].filter((value) => value !== forEver).sort((a, b) => a - b);
  return (
    <Choice
      label={words.settings.history.keep}
      hint={words.settings.history.keepHint}
      value={current}
      options={[
        { value: forEver, label: words.settings.history.forEver },
        ...days.map((value) => ({ value, label: words.settings.history.days(value) })),
      ]}
      onChange={(value) => void app.changeSettings({ historyRetentionDays: value === forEver ? null : value })}
    />
  );
}

import { useState } from 'react';
import type { KeyChoices } from '#shared/inbox/keyboard-settings';
import { words } from '#shared/words/words';
import { changeableCommands, strokeNow, withUsual } from '../../../keyboard/effective.ts';
import { type Command, drawnStroke, keyGroups } from '../../../keyboard/table.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './KeyChoiceList.module.css';
import { KeyRecorder } from './KeyRecorder.tsx';

type Props = { choices: KeyChoices; isMac: boolean; onChange: (choices: KeyChoices) => void };

/** Every command whose key can be changed, with the key that it has. */
export function KeyChoiceList({ choices, isMac, onChange }: Props) {
  const [changing, setChanging] = useState<Command>();
  const changeable = new Set(changeableCommands());
  return (
    <div className={styles.groups}>
      {keyGroups.map(({ group, commands }) => {
        const listed = commands.filter((command) => changeable.has(command));
        if (listed.length === 0) return null;
        return (
          <section key={group}>
            <h4 className={styles.heading}>{words.help.groups[group]}</h4>
            <ul className={styles.list}>
              {listed.map((command) => (
                <li key={command} className={styles.item}>
                  <Line
                    command={command}
                    choices={choices}
                    isMac={isMac}
                    onChange={onChange}
                    onBegin={() => setChanging(command)}
                  />
                  {changing === command && (
                    <KeyRecorder
                      command={command}
                      choices={choices}
                      isMac={isMac}
                      onDone={(next) => {
                        setChanging(undefined);
                        if (next) onChange(next);
                      }}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Line({ command, choices, isMac, onChange, onBegin }: Props & { command: Command; onBegin: () => void }) {
  const title = words.help.keys[command];
  const stroke = strokeNow(choices, command);
  const drawn = stroke ? drawnStroke(stroke, isMac) : words.keyboard.none;
  return (
    <div className={styles.line}>
      <span className={styles.name}>{title}</span>
      {choices[command] !== undefined && (
        <Button
          size="s"
          variant="ghost"
          aria-label={words.keyboard.usualOf(title)}
          onClick={() => onChange(withUsual(choices, command))}
        >
          {words.keyboard.usual}
        </Button>
      )}
      <button type="button" className={styles.key} aria-label={words.keyboard.changeOf(title, drawn)} onClick={onBegin}>
        {stroke ? <kbd>{drawn}</kbd> : drawn}
      </button>
    </div>
  );
}

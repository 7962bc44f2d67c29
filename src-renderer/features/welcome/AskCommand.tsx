import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './AskCommand.module.css';

/** The exact command that asks a question from a terminal, to read and to copy. */
export function AskCommand() {
  const { welcome } = useStores();
  const command = useStore(welcome.store, (state) => state.command);
  const failure = useStore(welcome.store, (state) => state.commandFailure);
  if (failure) {
    return (
      <div role="alert" className={styles.failure}>
        <p>
          {words.welcome.commandFailed} {failure.message} {failure.hint}
        </p>
        <Button size="s" onClick={() => void welcome.readCommand()}>
          {words.shell.tryAgain}
        </Button>
      </div>
    );
  }
  if (!command) return <p className={styles.hint}>{words.welcome.loadingCommand}</p>;
  return (
    <>
      <p className={styles.hint}>{words.welcome.askHint[command.shell]}</p>
      <div className={styles.block}>
        <pre className={styles.command}>
          <code>{command.text}</code>
        </pre>
        <div className={styles.copy}>
          <CopyButton label={words.welcome.copyCommand} onCopy={() => welcome.copyCommand()} />
        </div>
      </div>
    </>
  );
}

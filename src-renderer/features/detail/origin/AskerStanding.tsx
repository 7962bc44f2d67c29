import { useEffect, useRef, useState } from 'react';
import type { ServiceStatus } from '#shared/protocol/service';
import type { AppError } from '#shared/result';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import styles from './AskerStanding.module.css';

/** What the person can do about a service of this computer's own server. Other servers are not ours to rule. */
export type AskerActs = {
  status: ServiceStatus;
  /** The ready-made service, with which every script of this computer asks. */
  isLocal: boolean;
  /** Why the last act was not done. */
  problem: AppError | undefined;
  suspend: () => void;
  resume: () => void;
  revoke: () => void;
  /** Goes to where a revoked service is given a new key. */
  goToServices: () => void;
};

/** Whether a service may ask, and the ways to change that; what cannot be taken back says so first. */
export function AskerStanding({ name, acts }: { name: string; acts: AskerActs }) {
  const { status, isLocal, problem } = acts;
  const [asking, setAsking] = useState<'suspend' | 'revoke'>();
  const stop = () => setAsking(undefined);
  const line = useKeptFocus(status);
  const { asker } = words;
  return (
    <div ref={line} className={styles.line} tabIndex={-1}>
      <span role="status">{standingWords(status)}</span>
      {status === 'active' && (
        <Button size="s" variant="ghost" onClick={() => setAsking('suspend')}>
          {asker.suspend}
        </Button>
      )}
      {status === 'suspended' && (
        <Button size="s" onClick={acts.resume}>
          {asker.resume}
        </Button>
      )}
      {status === 'revoked' ? (
        <Button size="s" onClick={acts.goToServices}>
          {asker.newKey}
        </Button>
      ) : (
        <Button size="s" variant="ghost" onClick={() => setAsking('revoke')}>
          {asker.revoke}
        </Button>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.message} {problem.hint}
        </p>
      )}
      {asking === 'suspend' && (
        <ConfirmDialog
          title={asker.suspendTitle(name)}
          confirmLabel={asker.suspendConfirm}
          onCancel={stop}
          onConfirm={() => {
            stop();
            acts.suspend();
          }}
        >
          <p>{asker.suspendBody}</p>
        </ConfirmDialog>
      )}
      {asking === 'revoke' && (
        <ConfirmDialog
          title={isLocal ? asker.revokeLocalTitle : asker.revokeTitle(name)}
          confirmLabel={asker.revokeConfirm}
          danger
          onCancel={stop}
          onConfirm={() => {
            stop();
            acts.revoke();
          }}
        >
          <p>{isLocal ? asker.revokeLocalBody : asker.revokeBody}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function standingWords(status: ServiceStatus): string | undefined {
  switch (status) {
    case 'active':
      return undefined;
    case 'suspended':
      return words.asker.suspended;
    case 'revoked':
      return words.asker.revoked;
    default:
      return unreachable(status);
  }
}

/** The button that was pressed is gone with the old standing: the focus stays beside what it did. */
function useKeptFocus(status: ServiceStatus) {
  const line = useRef<HTMLDivElement>(null);
  const before = useRef(status);
  useEffect(() => {
    if (before.current === status) return;
    before.current = status;
    if (document.activeElement === document.body) line.current?.focus({ preventScroll: true });
  }, [status]);
  return line;
}

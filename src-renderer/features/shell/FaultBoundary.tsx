import { Component, type ReactNode } from 'react';
import { Note } from '../../list/Note.tsx';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/shell.ts';

type Props = { children: ReactNode };

/** Keeps a fault in one part of the window from taking the rest with it. Give it a key: a new one is a new try. */
export class FaultBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Note title={words.fault} hint={words.faultHint}>
        <Button size="s" onClick={() => this.setState({ failed: false })}>
          {words.tryAgain}
        </Button>
      </Note>
    );
  }
}

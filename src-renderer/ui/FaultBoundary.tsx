import { Component, type ReactNode } from 'react';
import { words } from '#shared/words/words';
import { Note } from '../list/Note.tsx';
import { Button } from './Button.tsx';

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
      <Note title={words.shell.fault} hint={words.shell.faultHint}>
        <Button size="s" onClick={() => this.setState({ failed: false })}>
          {words.shell.tryAgain}
        </Button>
      </Note>
    );
  }
}

import { ok } from '#shared/result';
import type { ControlModule } from '../control.ts';

/** Choosing the action is the whole answer: its button stands among the actions and there is nothing else to show. */
function SimpleControl() {
  return null;
}

export const simple: ControlModule<'simple'> = {
  asksForValue: false,
  Control: SimpleControl,
  read: () => ok(null),
  write: () => undefined,
};

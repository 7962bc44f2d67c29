import type { Action, ResponseType } from '#shared/protocol/action';
import { binary } from './binary/BinaryControl.tsx';
import { choice } from './choice/ChoiceControl.tsx';
import type { ControlModule } from './control.ts';
import { datetime } from './datetime/DatetimeControl.tsx';
import { multiChoice } from './multi-choice/MultiChoiceControl.tsx';
import { number } from './number/NumberControl.tsx';
import { scale } from './scale/ScaleControl.tsx';
import { simple } from './simple/SimpleControl.tsx';
import { text } from './text/TextControl.tsx';

/** One control per response type; a new type is one more line here, and the compiler says so. */
const controls: { [T in ResponseType]: ControlModule<T> } = {
  simple,
  binary,
  choice,
  multi_choice: multiChoice,
  text,
  number,
  scale,
  datetime,
};

/** The module of an action's type. The registry pairs types with modules, which the compiler cannot follow through a lookup. */
export function controlOf(action: Action): ControlModule<ResponseType> {
  return controls[action.response_type] as ControlModule<ResponseType>;
}

import type { ActionToSend } from '../notification.ts';
import { UsageError } from './io.ts';

/** The options that begin an action: `--text reject="Reject"`. */
export const actionOptions = {
  simple: { type: 'string', multiple: true },
  binary: { type: 'string', multiple: true },
  choice: { type: 'string', multiple: true },
  multi: { type: 'string', multiple: true },
  text: { type: 'string', multiple: true },
  number: { type: 'string', multiple: true },
  scale: { type: 'string', multiple: true },
  datetime: { type: 'string', multiple: true },
} as const;

/** The options that say more about the action before them. */
export const detailOptions = {
  option: { type: 'string', multiple: true },
  'true-label': { type: 'string', multiple: true },
  'false-label': { type: 'string', multiple: true },
  min: { type: 'string', multiple: true },
  max: { type: 'string', multiple: true },
  step: { type: 'string', multiple: true },
  unit: { type: 'string', multiple: true },
  placeholder: { type: 'string', multiple: true },
  'min-label': { type: 'string', multiple: true },
  'max-label': { type: 'string', multiple: true },
  flag: { type: 'string', multiple: true },
} as const;

type Kind = keyof typeof actionOptions;
type Detail = keyof typeof detailOptions;

/** Which details each kind of action takes. */
const takes: Record<Kind, readonly Detail[]> = {
  simple: ['flag'],
  binary: ['flag', 'true-label', 'false-label'],
  choice: ['flag', 'option'],
  multi: ['flag', 'option', 'min', 'max'],
  text: ['flag', 'min', 'max', 'placeholder'],
  number: ['flag', 'min', 'max', 'step', 'unit', 'placeholder'],
  scale: ['flag', 'min', 'max', 'step', 'min-label', 'max-label'],
  datetime: ['flag', 'min', 'max'],
};

type Begun = { kind: Kind; id: string; label: string; details: Map<Detail, string[]> };

const approveOrReject: readonly ActionToSend[] = [
  { id: 'approve', label: 'Approve', response_type: 'simple' },
  { id: 'reject', label: 'Reject', response_type: 'simple' },
];

/** Builds actions from options in the order they were written; details belong to the action before them. */
export class ActionsBuilder {
  readonly #begun: Begun[] = [];

  take(name: string, value: string | undefined): void {
    if (name in actionOptions) this.#begin(name as Kind, value ?? '');
    else if (name in detailOptions) this.#add(name as Detail, value ?? '');
  }

  /** The actions; without any, the person may approve or reject. */
  actions(): readonly ActionToSend[] {
    if (this.#begun.length === 0) return approveOrReject;
    const twice = this.#begun.find(({ id }, index) => this.#begun.findIndex((one) => one.id === id) !== index);
    if (twice) throw new UsageError(`Two actions have the id ${twice.id}.`);
    return this.#begun.map(finish);
  }

  #begin(kind: Kind, text: string): void {
    const { key, label } = pairOf(text);
    if (key === '') throw new UsageError(`--${kind} needs an id, as in --${kind} go="Go ahead".`);
    this.#begun.push({ kind, id: key, label, details: new Map() });
  }

  #add(detail: Detail, value: string): void {
    const last = this.#begun.at(-1);
    if (!last) throw new UsageError(`--${detail} belongs behind the action it is about.`);
    if (!takes[last.kind].includes(detail))
      throw new UsageError(`--${detail} means nothing for --${last.kind} ${last.id}.`);
    last.details.set(detail, [...(last.details.get(detail) ?? []), value]);
  }
}

/** "prod=Production" is a key and its label; "prod" alone is both. */
function pairOf(text: string): { key: string; label: string } {
  const at = text.indexOf('=');
  return at < 0
    ? { key: text, label: text }
    : { key: text.slice(0, at), label: text.slice(at + 1) || text.slice(0, at) };
}

function finish(begun: Begun): ActionToSend {
  const { kind, id, label, details } = begun;
  const text = (detail: Detail) => details.get(detail)?.at(-1);
  const number = (detail: Detail) => numberOf(begun, detail, text(detail));
  const needed = (detail: Detail) => {
    const value = number(detail);
    if (value === undefined) throw new UsageError(`--${kind} ${id} needs --${detail}.`);
    return value;
  };
  const flags = details.get('flag');
  const named = { id, label, ...(flags ? { flags } : {}) };
  switch (kind) {
    case 'simple':
      return { ...named, response_type: 'simple' };
    case 'binary': {
      const options = { true_label: text('true-label') ?? 'Yes', false_label: text('false-label') ?? 'No' };
      return { ...named, response_type: 'binary', options };
    }
    case 'choice':
      return { ...named, response_type: 'choice', options: optionsOf(begun) };
    case 'multi': {
      const constraints = given({ min_selections: number('min'), max_selections: number('max') });
      return { ...named, response_type: 'multi_choice', options: optionsOf(begun), constraints };
    }
    case 'text': {
      const constraints = given({
        min_length: number('min'),
        max_length: number('max'),
        placeholder: text('placeholder'),
      });
      return { ...named, response_type: 'text', constraints };
    }
    case 'number': {
      const bounds = { min: number('min'), max: number('max'), step: number('step') };
      const constraints = given({ ...bounds, unit: text('unit'), placeholder: text('placeholder') });
      return { ...named, response_type: 'number', constraints };
    }
    case 'scale': {
      const labels = given({ step: number('step'), min_label: text('min-label'), max_label: text('max-label') });
      return { ...named, response_type: 'scale', constraints: { min: needed('min'), max: needed('max'), ...labels } };
    }
    case 'datetime':
      return { ...named, response_type: 'datetime', constraints: given({ min: text('min'), max: text('max') }) };
  }
}

function optionsOf({ kind, id, details }: Begun): { value: string; label: string }[] {
  const options = (details.get('option') ?? []).map(pairOf).map(({ key, label }) => ({ value: key, label }));
  if (options.length === 0) throw new UsageError(`--${kind} ${id} needs --option value="Label", once for each.`);
  return options;
}

function numberOf({ kind, id }: Begun, detail: Detail, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`--${detail} ${text} of --${kind} ${id} is not a number.`);
  return value;
}

/** Without the fields that were not given. */
function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

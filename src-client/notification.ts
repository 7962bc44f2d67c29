import type { ActionOf, ResponseType } from '#shared/protocol/action';
import type { KnownFlag } from '#shared/protocol/flags';

type OneOption = { readonly value: string; readonly label: string };
type Named = { readonly id: string; readonly label: string; readonly flags?: readonly (KnownFlag | (string & {}))[] };
/** Constraints as a sender writes them: all of them may be left out. */
type Constraints<T extends 'multi_choice' | 'text' | 'number' | 'datetime'> = {
  readonly constraints?: Partial<ActionOf<T>['constraints']>;
};

/** An action as a service sends it (sections 10 and 11). */
export type ActionToSend = Named &
  (
    | { readonly response_type: 'simple' }
    | {
        readonly response_type: 'binary';
        readonly options: { readonly true_label: string; readonly false_label: string };
      }
    | { readonly response_type: 'choice'; readonly options: readonly OneOption[] }
    | ({ readonly response_type: 'multi_choice'; readonly options: readonly OneOption[] } & Constraints<'multi_choice'>)
    | ({ readonly response_type: 'text' } & Constraints<'text'>)
    | ({ readonly response_type: 'number' } & Constraints<'number'>)
    | {
        readonly response_type: 'scale';
        readonly constraints: Pick<ActionOf<'scale'>['constraints'], 'min' | 'max'> &
          Partial<ActionOf<'scale'>['constraints']>;
      }
    | ({ readonly response_type: 'datetime' } & Constraints<'datetime'>)
  );

/** Evidence beside the question (section 18): exactly one of `uri` and `data` (Base64). */
export type AttachmentToSend = { type: string; description?: string } & (
  | { uri: string; data?: undefined }
  | { data: string; uri?: undefined }
);

/** A question as a service sends it (sections 5.3 and 10). */
export type NotificationToSend<A extends readonly ActionToSend[] = readonly ActionToSend[]> = {
  /** UUID v4; made by the client when left out. Sending the same id twice asks once (section 16). */
  id?: string;
  title: string;
  /** Markdown without HTML; may be empty. */
  description?: string;
  project?: string;
  metadata?: Record<string, unknown>;
  attachments?: readonly AttachmentToSend[];
  /** When nobody may answer any more. */
  deadline?: Date | string;
  actions: A;
  /** Users who may see it (an extension of our server); without it every user does. */
  recipients?: readonly string[];
};

type OptionValues<A> = A extends { options: readonly { value: infer V }[] } ? V : string;

/** What `response_data` holds when the person picks this action (section 11). */
export type ResponseDataOf<A> = A extends { response_type: infer T extends ResponseType }
  ? {
      simple: null;
      binary: boolean;
      choice: OptionValues<A>;
      multi_choice: OptionValues<A>[];
      text: string;
      number: number;
      scale: number;
      datetime: string;
    }[T]
  : never;

/** The answer to one of these actions: which, and its value typed by its response type. */
export type AnswerTo<A extends readonly ActionToSend[]> = {
  [I in keyof A]: { action_id: A[I]['id']; response_data: ResponseDataOf<A[I]> };
}[number];

/** The body of `POST /api/v1/notifications`. */
export function wireOf({ id, title, description, deadline, actions, recipients, ...rest }: NotificationToSend) {
  const { project, metadata, attachments } = rest;
  return {
    ...(id === undefined ? {} : { id }),
    version: '1.0',
    ...(deadline === undefined ? {} : { deadline: deadline instanceof Date ? deadline.toISOString() : deadline }),
    context: {
      title,
      description: description ?? '',
      ...(project === undefined ? {} : { project }),
      ...(metadata === undefined ? {} : { metadata }),
      ...(attachments === undefined ? {} : { attachments }),
    },
    actions,
    ...(recipients === undefined ? {} : { recipients }),
  };
}

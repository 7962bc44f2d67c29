/** What a person has marked on an open item, and what became of it. Times are ms of this machine's clock. */
export type Marks = {
  isPinned: boolean;
  /** It stands in Snoozed, and comes back then. */
  snoozedUntil: number | undefined;
  /** When it last came back from there by itself. */
  returnedAt: number | undefined;
  /** It came back, and the person has not had it before them since. */
  isReturnUnseen: boolean;
};

export const noMarks: Marks = {
  isPinned: false,
  snoozedUntil: undefined,
  returnedAt: undefined,
  isReturnUnseen: false,
};

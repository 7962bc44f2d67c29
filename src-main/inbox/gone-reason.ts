/** Stored as the reason of a question that its server does not know any more; said in the language that is spoken then. */
export const goneReason = 'The server no longer has this question.';

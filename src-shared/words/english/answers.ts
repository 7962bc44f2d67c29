/** Words in an answer that its sender left to us. */
export const answers = {
  yes: 'Yes',
  no: 'No',
  /** Nothing of a list was chosen. */
  nothing: 'nothing',
  untitled: 'Untitled question',
  unknownService: 'Unknown service',
};

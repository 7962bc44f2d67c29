import type { Note } from '#shared/native/native-note';

export function aNote(about: Partial<Note> = {}): Note {
  return {
    tag: 'local/a',
    title: 'Deploy build 118?',
    body: 'Release Bot · web',
    urgency: 'normal',
    isSilent: false,
    isSending: false,
    buttons: [
      { id: 'ship', label: 'Ship it' },
      { id: 'hold', label: 'Hold' },
    ],
    ...about,
  };
}

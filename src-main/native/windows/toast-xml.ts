import type { Note } from '#shared/native/native-note';
import { encode, replyInput, selectionInput, type ToastPart, writeToastArguments } from './toast-arguments.ts';

/** Windows draws at most so many buttons and so many options of a list, and refuses a toast that has more. */
export const mostButtons = 5;
const mostOptions = 5;

/**
 * A note in the markup of Windows' toasts. A list with more options than Windows can show is left out as a whole: half of
 * the options would be a question that nobody asked. Pressing a button leaves the windows where they are (`background`).
 */
export function toastXml(note: Note, nonce: string): string {
  const { tag, title, body, buttons, reply } = note;
  const args = (part: ToastPart) => writeToastArguments(nonce, part);
  const selection = note.selection && note.selection.options.length <= mostOptions ? note.selection : undefined;
  const room = mostButtons - (reply ? 1 : 0) - (selection ? 1 : 0);
  const actions = [
    reply && element('input', { id: replyInput, type: 'text', placeHolderContent: reply.placeholder }),
    selection &&
      element(
        'input',
        { id: selectionInput, type: 'selection', title: selection.label },
        selection.options.map(({ id, label }) => element('selection', { id: encode(id), content: label })),
      ),
    ...buttons.slice(0, room).map(({ id, label }) => button(label, args({ type: 'action', tag, button: id }))),
    selection && button(selection.sendLabel, args({ type: 'selection', tag, selection: selection.id })),
    reply && button(reply.sendLabel, args({ type: 'reply', tag, reply: reply.id }), { 'hint-inputId': replyInput }),
  ].filter((one) => one !== undefined);
  // A reminder stays until it is dealt with; Windows takes the word only for toasts that have buttons.
  const stays: Record<string, string> =
    note.urgency === 'critical' && actions.length > 0 ? { scenario: 'reminder' } : {};
  return element('toast', { launch: args({ type: 'click', tag }), activationType: 'foreground', ...stays }, [
    element('visual', {}, [
      element('binding', { template: 'ToastGeneric' }, [
        `<text>${escaped(title)}</text>`,
        `<text>${escaped(body)}</text>`,
      ]),
    ]),
    ...(actions.length > 0 ? [element('actions', {}, actions)] : []),
    ...(note.isSilent ? [element('audio', { silent: 'true' })] : []),
  ]);
}

function button(content: string, args: string, more: Record<string, string> = {}): string {
  return element('action', { content, arguments: args, activationType: 'background', ...more });
}

function element(name: string, attributes: Record<string, string>, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for content and attributes. What XML 1.0 cannot hold at all is left out: one such character would lose the toast. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

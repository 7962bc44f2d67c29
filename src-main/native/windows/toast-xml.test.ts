import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aNote } from '#main/testing/a-note';
import { toastXml } from './toast-xml.ts';

const nonce = 'n0nce';
const base64 = (text: string) => Buffer.from(text).toString('base64url');

test('a toast with everything', () => {
  const note = aNote({
    urgency: 'critical',
    isSilent: true,
    buttons: [{ id: 'ship', label: 'Ship it' }],
    reply: { id: 'why', placeholder: 'Your reason', sendLabel: 'Send' },
    selection: { id: 'where', label: 'Where', options: [{ id: 'eu', label: 'Europe' }], sendLabel: 'Choose' },
  });
  const args = (type: string, part: string) => `type=${type}&amp;nonce=n0nce&amp;note=${base64('local/a')}${part}`;
  expect(toastXml(note, nonce)).toBe(
    [
      `<toast launch="${args('click', '')}" activationType="foreground" scenario="reminder">`,
      '<visual><binding template="ToastGeneric"><text>Deploy build 118?</text><text>Release Bot · web</text></binding></visual>',
      '<actions>',
      '<input id="reply" type="text" placeHolderContent="Your reason"></input>',
      `<input id="selection" type="selection" title="Where"><selection id="${base64('eu')}" content="Europe"></selection></input>`,
      `<action content="Ship it" arguments="${args('action', `&amp;part=${base64('ship')}`)}" activationType="background"></action>`,
      `<action content="Choose" arguments="${args('selection', `&amp;part=${base64('where')}`)}" activationType="background"></action>`,
      `<action content="Send" arguments="${args('reply', `&amp;part=${base64('why')}`)}" activationType="background" hint-inputId="reply"></action>`,
      '</actions>',
      '<audio silent="true"></audio>',
      '</toast>',
    ].join(''),
  );
});

test('never more than the five buttons that Windows draws', () => {
  const buttons = [...'123456'].map((id) => ({ id, label: id }));
  const reply = { id: 'why', placeholder: '', sendLabel: 'Send' };
  expect(toastXml(aNote({ buttons, reply }), nonce).match(/<action /g)).toHaveLength(5);
});

test('a list with more options than Windows shows is left out whole', () => {
  const options = [...'123456'].map((id) => ({ id, label: id }));
  const selection = { id: 'where', label: 'Where', options, sendLabel: 'Choose' };
  expect(toastXml(aNote({ buttons: [], selection }), nonce)).not.toContain('<actions>');
});

test('whatever an agent writes, it stays text', () => {
  const nasty = fc.constantFrom('"', "'", '<', '>', '&', '=', '\0', '\u001b', '\ud800', '\udc00', '\uffff', '😀');
  const anything = fc.string({ unit: fc.oneof(nasty, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) });
  fc.assert(
    fc.property(anything, anything, (text, label) => {
      const xml = toastXml(aNote({ title: text, body: text, buttons: [{ id: label, label }] }), nonce);
      const markup = xml.replaceAll(/>[^<]*</g, '><').replaceAll(/="[^"<>]*"/g, '=""');
      expect(markup).toBe(
        '<toast launch="" activationType=""><visual><binding template=""><text></text><text></text></binding></visual>' +
          '<actions><action content="" arguments="" activationType=""></action></actions></toast>',
      );
      expect(xml.replaceAll(/&(amp|lt|gt|quot|apos);/g, '')).not.toMatch(/&/);
      expect([...xml].every(isXmlCharacter)).toBe(true);
    }),
  );
});

/** The production `Char` of XML 1.0. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return [0x9, 0xa, 0xd].includes(code);
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}

import fc from 'fast-check';

const character = fc.oneof(
  fc.constantFrom('a', ' ', '\n', 'é', '😀', '\u200d', '\ufe0f', '\u202e', '\u0000', '\ud800'),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);

/** Text of any characters there are, the troublesome ones more often. (fast-check's own takes a second to set up.) */
export function anyText(minLength = 0, maxLength = 40): fc.Arbitrary<string> {
  return fc.array(character, { minLength, maxLength, size: 'max' }).map((characters) => characters.join(''));
}

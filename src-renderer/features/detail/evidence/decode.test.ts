import { describe, expect, it } from 'vitest';
import { bareType, decodeText, isDiff, kindOf, readableData, sizeWords } from './decode.ts';

describe('the kind of an attachment', () => {
  it.each([
    ['image/png', 'image'],
    ['IMAGE/JPEG; q=1', 'image'],
    ['image/svg+xml', 'text'],
    ['text/html', 'text'],
    ['application/xhtml+xml', 'text'],
    ['text/markdown; charset=utf-8', 'markdown'],
    ['application/json', 'json'],
    ['application/vnd.api+json', 'json'],
    ['text/x-diff', 'text'],
    ['text/csv', 'csv'],
    ['text/tab-separated-values', 'csv'],
    ['application/sql', 'text'],
    ['application/pdf', 'other'],
    ['image/tiff', 'other'],
    ['video/mp4', 'other'],
    ['nonsense', 'other'],
    ['', 'other'],
  ])('of type %j is %j', (type, kind) => {
    expect(kindOf(type)).toBe(kind);
  });

  it('looks at the bare type', () => {
    expect(bareType(' Text/Plain ; charset=x')).toBe('text/plain');
  });
});

describe('the content', () => {
  it('must be there once, as Base64', () => {
    expect(readableData({ type: 'text/plain', data: 'aGk=' })).toEqual({ ok: true, value: 'aGk=' });
    expect(readableData({ type: 'text/plain', data: '%%%' }).ok).toBe(false);
    expect(readableData({ type: 'text/plain', data: 'aGk' }).ok).toBe(false);
    expect(readableData({ type: 'text/plain' }).ok).toBe(false);
    expect(readableData({ type: 'text/plain', data: 'aGk=', uri: 'https://a.example' }).ok).toBe(false);
  });

  it('is text when it is UTF-8', () => {
    expect(decodeText('w6TDtsO8')).toBe('äöü');
    expect(decodeText('/////w==')).toBeUndefined();
  });

  it.each([
    [1, '1 byte'],
    [312, '312 bytes'],
    [4300, '4.2 KB'],
    [512 * 1024, '512 KB'],
    [3_500_000, '3.3 MB'],
  ])('of %d bytes has the size %j', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});

describe('a diff', () => {
  it('is known by its type or by its look', () => {
    expect(isDiff('', 'text/x-diff')).toBe(true);
    expect(isDiff('', 'text/x-patch')).toBe(true);
    expect(isDiff('@@ -1,2 +1,3 @@ x\n-a\n+b', 'text/plain')).toBe(true);
    expect(isDiff('- a list\n+ of things', 'text/plain')).toBe(false);
  });
});

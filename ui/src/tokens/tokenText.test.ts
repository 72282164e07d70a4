import { describe, expect, it } from 'vitest';
import { namedToken, shorten, textOfTokens, visibleToken } from './tokenText';

describe('visibleToken', () => {
  it.each([
    [' Mary', '␣Mary'],
    ['Mary', 'Mary'],
    ['  ', '␣␣'],
    ['a b', 'a b'],
    ['a   b', 'a␣␣␣b'],
    ['end ', 'end␣'],
    ['\n\n', '\\n\\n'],
    ['\t', '\\t'],
    ['\\\\n', '\\\\n'],
    ['\\', '\\'],
    ['<0xE2><0x82>', '<0xE2><0x82>'],
    ['\u200b', '‹zwsp›'],
    ['\u00a0x', '⍽x'],
    ['\u00a0', '⍽'],
    ['a\u00a0b', 'a⍽b'],
    ['\u2003', '‹2003›'],
    ['\u3000日', '‹wide›日'],
    ['\u0000\u001b', '‹00›‹1b›'],
    ['\u007f\u0085', '‹7f›‹85›'],
    ['\ufeffx', '‹bom›x'],
    ['', '∅'],
    ['<|endoftext|>', '<|endoftext|>'],
    ['日本', '日本'],
    ['\u2800\u3164', '‹2800›‹3164›'],
    ['\u2009\u202f\u205f', '‹2009›‹nnbsp›‹205f›'],
    ['\ufffe\uffff', '‹fffe›‹ffff›'],
    ['\ud83d', '‹d83d›'],
    ['\u202ea', '‹202e›a'],
    [' שלום', '\u2068␣שלום\u2069'],
  ])('shows %j as %j', (text, shown) => expect(visibleToken(text)).toBe(shown));
});

describe('namedToken', () => {
  it.each([
    [' ', '␣ space'],
    ['  ', '␣␣'],
    [' a', '␣a'],
  ])('tells %j as %j', (text, shown) => expect(namedToken(text)).toBe(shown));
});

describe('textOfTokens', () => {
  it.each([
    [[' a', '<0xE2><0x82>', '<0xAC>', '\\\\n'], ' a€\\n'],
    [['\\[17]', '\\<0xE2>', 'b\\c'], '[17]<0xE2>b\\c'],
  ])('makes one text of %j', (texts, text) => expect(textOfTokens(texts)).toBe(text));
});

describe('shorten', () => {
  it('cuts between characters, never inside one', () => expect(shorten('😀😀😀😀', 3)).toBe('😀😀…'));
  it('closes what it opens', () => expect(shorten('\u2068שלום\u2069', 4)).toBe('\u2068של…\u2069'));
  it('leaves short text alone', () => expect(shorten('abc', 3)).toBe('abc'));
});

import { describe, expect, it } from 'vitest';
import { shorten, visibleToken } from './tokenText';

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
    ['\\n', '\\\\n'],
    ['\u200b', '‹zwsp›'],
    ['\u00a0x', '⍽x'],
    ['\u00a0', '⍽'],
    ['a\u00a0b', 'a⍽b'],
    ['\u2003', '‹2003›'],
    ['\u3000日', '‹wide›日'],
    ['\u0000\u001b', '␀␛'],
    ['\u007f\u0085', '␡‹85›'],
    ['\ufeffx', '‹bom›x'],
    ['', '∅'],
    ['<|endoftext|>', '<|endoftext|>'],
    ['日本', '日本'],
  ])('shows %j as %j', (text, shown) => expect(visibleToken(text)).toBe(shown));
});

describe('shorten', () => {
  it('cuts between characters, never inside one', () => expect(shorten('😀😀😀😀', 3)).toBe('😀😀…'));
  it('leaves short text alone', () => expect(shorten('abc', 3)).toBe('abc'));
});

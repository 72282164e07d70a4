import { describe, expect, it } from 'vitest';
import { shownText, shownToken } from './shownToken';

describe('shownToken', () => {
  it('is the first token, a space by its name', () => {
    expect(shownToken({ token: ' the' })).toEqual({ rank: '', text: '␣the' });
    expect(shownToken({ token: ' ' })).toEqual({ rank: '', text: '␣ space' });
  });
  it('is the first that is more than white space, with its rank', () =>
    expect(shownToken({ token: ' ', word: { text: ' the', rank: 2 } })).toEqual({
      rank: '#2 ',
      text: '␣the',
    }));
  it('is a dash where there is no state', () => expect(shownText(undefined)).toBe('–'));
  it('is told from one of another rank', () =>
    expect(shownText({ token: ' ', word: { text: ' the', rank: 2 } })).toBe('#2 ␣the'));
});

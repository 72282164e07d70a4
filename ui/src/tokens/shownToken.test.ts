import { describe, expect, it } from 'vitest';
import { saidText, shownText, shownToken } from './shownToken';

describe('shownToken', () => {
  it('is the first token, a space by its name', () => {
    expect(shownToken({ token: ' the' })).toEqual({ rank: '', text: '␣the' });
    expect(shownToken({ token: ' ' })).toEqual({ rank: '', text: '␣ space' });
  });
  it('is the first that is more than white space, with its rank', () =>
    expect(shownToken({ token: ' ', word: { text: ' the', rank: 2, probability: 0.1 } })).toEqual({
      rank: '#2 ',
      text: '␣the',
    }));
  it('is a dash where there is no state', () => expect(shownText(undefined)).toBe('–'));
  it('is told from one of another rank', () =>
    expect(shownText({ token: ' ', word: { text: ' the', rank: 2, probability: 0.1 } })).toBe('#2 ␣the'));
});

describe('what a state would say, in a sentence', () => {
  const state = { id: 'L12P3.post', layer: 12, probability: 0.9485 };
  it('is its first token', () => expect(saidText({ ...state, token: ' the' })).toBe('␣the (94.8%)'));
  it('is named where it is a space, and the first that is more stands beside it, with its rank', () =>
    expect(saidText({ ...state, token: ' ', word: { text: ' and', rank: 3, probability: 0.0155 } })).toBe(
      '␣ space (94.8%), then ␣and (#3, 1.55%)',
    ));
  it('is told of a state that is not known', () => expect(saidText(undefined)).toMatch(/^∅/));
});

import { describe, expect, it } from 'vitest';
import { saidText } from './sentences';

describe('what a state would say', () => {
  const state = { id: 'L12P3.post', layer: 12, probability: 0.9485 };
  it('is its first token', () => expect(saidText({ ...state, token: ' the' })).toBe('␣the (94.8%)'));
  it('is named where it is a space, and the first that is more stands beside it, with its rank', () =>
    expect(saidText({ ...state, token: ' ', word: { text: ' and', rank: 3, probability: 0.0155 } })).toBe(
      '␣ space (94.8%), then ␣and (#3, 1.55%)',
    ));
  it('is told of a state that is not known', () => expect(saidText(undefined)).toMatch(/^∅/));
});

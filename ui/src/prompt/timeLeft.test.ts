import { describe, expect, it } from 'vitest';
import { timeLeft } from './useJob';

describe('the time that a job takes still', () => {
  const first = { at: 1000, done: 10 };
  it('is what is left at the pace so far', () =>
    // 20 in 4 s, 70 are left
    expect(timeLeft(first, { at: 5000, done: 30 }, 100)).toBe(14_000));
  it('is not told before a tenth is done, nor of what has no end or is over', () => {
    expect(timeLeft(first, { at: 2000, done: 15 }, 100)).toBeUndefined();
    expect(timeLeft(first, { at: 2000, done: 40 }, 0)).toBeUndefined();
    expect(timeLeft(first, { at: 2000, done: 100 }, 100)).toBeUndefined();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import {
  askedOf,
  changes,
  comparisonOf,
  DEFAULTS,
  keepOptions,
  positionOf,
  readOptions,
  requestOf,
  stepsOf,
  tagsOf,
} from './options';

afterEach(() => localStorage.clear());

describe('trace options', () => {
  it('are the usual ones at first, and those of last time afterwards', () => {
    expect(readOptions()).toEqual(DEFAULTS);
    const mine = {
      detail: 'heads',
      shares: 'l2',
      effects: 'probability',
      steps: 8,
      metric: 'logit',
      bos: 'none',
      tags: ['a'],
    } as const;
    keepOptions({ ...mine, tags: ['a'] });
    expect(readOptions()).toEqual(mine);
  });
  it('fall back on the usual where what was kept makes no sense', () => {
    localStorage.setItem(
      'headstream.options',
      '{"detail":"all","shares":3,"steps":65,"metric":"p","bos":"yes","tags":"x"}',
    );
    expect(readOptions()).toEqual(DEFAULTS);
  });
  it('are sent only where they differ; steps mean nothing without effects', () => {
    expect(requestOf(DEFAULTS, undefined)).toEqual({ detail: 'neurons' });
    expect(requestOf({ ...DEFAULTS, effects: 'none', steps: 8, bos: 'add' }, 0)).toEqual({
      detail: 'neurons',
      effects: 'none',
      bos: 'add',
      position: 0,
    });
  });
  it('ask for a difference, also where no distractor is named', () => {
    expect(comparisonOf('difference', '')).toEqual({ metric: 'difference' });
    expect(comparisonOf('difference', ' John')).toEqual({ distractor: ' John' });
    expect(comparisonOf('logit', ' John')).toEqual({ metric: 'logit' });
  });
  it('ask for a prompt, or for what is said in a chat', () => {
    expect(askedOf('Hello', undefined)).toEqual({ prompt: 'Hello' });
    expect(askedOf('Hello', { system: ' ' })).toEqual({ messages: [{ role: 'user', content: 'Hello' }] });
    expect(askedOf('Hello', { system: 'Be brief.' })).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hello' },
      ],
    });
  });
  it('say what differs', () =>
    expect(
      changes({ ...DEFAULTS, shares: 'l2', metric: 'logit', bos: 'none', tags: ['a', 'b'] }, '3'),
    ).toEqual(['the logit alone', 'shares l2', 'bos none', 'position 3', 'tagged a, b']));
});

describe('fields', () => {
  it.each([
    ['1', 1],
    ['64', 64],
    ['65', undefined],
    ['0', undefined],
    ['1.5', undefined],
    ['', undefined],
  ])('%j steps are %j', (text, steps) => expect(stepsOf(text)).toBe(steps));
  it.each([
    ['', 'last'],
    ['0', 0],
    ['-1', undefined],
    ['x', undefined],
  ])('position %j is %j', (text, position) => expect(positionOf(text)).toBe(position));
  it('tags are separated by commas, each once', () => expect(tagsOf(' a, b b,, a')).toEqual(['a', 'b b']));
});

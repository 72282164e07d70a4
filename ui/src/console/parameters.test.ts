import { describe, expect, it } from 'vitest';
import type { NamedQuery } from '../api/types';
import { parametersOf, textsOf } from './parameters';

const query: NamedQuery = {
  name: 'differences',
  group: 'Compare',
  title: '',
  explanation: '',
  columns: [],
  statement: '',
  parameters: [
    { name: 'left', type: 'trace', required: true, explanation: 'the first trace' },
    { name: 'right', type: 'trace', required: true, explanation: 'the other trace' },
    { name: 'rank', type: 'integer', required: false, default: 5, explanation: 'the last rank' },
    { name: 'least', type: 'float', required: false, explanation: 'the least share' },
    { name: 'token', type: 'token', required: false, explanation: 'text' },
  ],
};

describe('textsOf', () => {
  it('fills the first trace field from the current trace, and defaults', () =>
    expect(textsOf(query, { page: 'console', trace: 't1' })).toEqual({
      left: 't1',
      right: '',
      rank: '5',
      least: '',
      token: '',
    }));
  it('believes the link first', () =>
    expect(
      textsOf(query, { page: 'console', trace: 't1', parameters: { left: 't2', token: ' Mary', rank: 1 } }),
    ).toMatchObject({
      left: 't2',
      token: ' Mary',
      rank: '1',
    }));
});

describe('parametersOf', () => {
  it('sends typed values, spaces kept, empty optional ones left out', () =>
    expect(parametersOf(query, { left: 'a', right: 'b', rank: '3', least: '', token: ' Mary' })).toEqual({
      value: { left: 'a', right: 'b', rank: 3, token: ' Mary' },
      problems: [],
    }));
  it('names what is missing or wrong', () =>
    expect(parametersOf(query, { left: 'a', right: '', rank: '1.5', least: 'x' }).problems).toEqual([
      'right is needed: the other trace.',
      "rank must be a whole number, not '1.5'.",
      "least must be a number, not 'x'.",
    ]));
  it('sends positions as whole numbers and choices of yes and no as such', () => {
    const typed: NamedQuery = {
      ...query,
      parameters: [
        { name: 'position', type: 'position', required: false, explanation: 'where' },
        { name: 'exact', type: 'boolean', required: false, explanation: 'whether' },
      ],
    };
    expect(parametersOf(typed, { position: '14', exact: 'false' }).value).toEqual({
      position: 14,
      exact: false,
    });
    expect(parametersOf(typed, { position: '1.5', exact: '' }).problems).toEqual([
      "position must be a whole number, not '1.5'.",
    ]);
  });
});

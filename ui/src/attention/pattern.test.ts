import { describe, expect, it } from 'vitest';
import { cellsOf, column, largest, row, type WholeHead } from './pattern';

const head: WholeHead = {
  name: 'L0H0',
  layer: 0,
  head: 0,
  starts: [0, 1, 3, 5],
  keys: [0, 0, 1, 0, 2],
  weights: [1, 0.75, 0.25, 0.5, 0.25],
  rest: [0, 0, 0.25],
  scores: {},
};

describe('a pattern', () => {
  it('has what each query attends to, and 0 for what is not listed', () => {
    expect([0, 1, 2].map((query) => row(head, query, 3))).toEqual([
      [1, 0, 0],
      [0.75, 0.25, 0],
      [0.5, 0, 0.25],
    ]);
  });

  it('has who attends to each key', () => {
    expect([0, 1, 2].map((key) => column(head, key, 3))).toEqual([
      [1, 0.75, 0.5],
      [0, 0.25, 0],
      [0, 0, 0.25],
    ]);
  });

  it('tells the largest weights first', () =>
    expect(largest(row(head, 1, 3), 1)).toEqual([{ position: 0, weight: 0.75 }]));

  it('is a byte a cell in small', () => expect([...cellsOf(btoa('\x00\x80\xff'))]).toEqual([0, 128, 255]));
});

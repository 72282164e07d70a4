import { describe, expect, it } from 'vitest';
import type { TraceHead } from '../api/types';
import { HEAD_FIGURES, headFigure, headOf, positionOf, ranked, strongestPositions } from './headFigures';

const head = (name: string, rest: Partial<TraceHead>): TraceHead => ({
  name,
  layer: 0,
  head: 0,
  scores: {},
  nodes: {},
  ...rest,
});
const heads = [
  head('L0H0', { effect: 0.5, scores: { induction: 0.1 }, nodes: { 3: 'L0P3.H0' } }),
  head('L0H1', { effect: -2, effects: [9, 0, -1.5, -0.5], nodes: { 2: 'L0P2.H1', 3: 'L0P3.H1' } }),
  head('L0H2', { scores: { induction: 0.9 } }),
];
const names = (some: TraceHead[]) => some.map((each) => each.name);

describe('figures of heads', () => {
  it('rank by size whatever the sign, and leave out who has none', () => {
    expect(names(ranked(heads, headFigure('effect')))).toEqual(['L0H1', 'L0H0']);
    expect(names(ranked(heads, headFigure('induction')))).toEqual(['L0H2', 'L0H0']);
    expect(ranked(heads, headFigure('measured'))).toEqual([]);
    expect(
      names(
        ranked([head('L1H0', { measured: -0.5 }), head('L1H1', { measured: 2 })], headFigure('measured')),
      ),
    ).toEqual(['L1H1', 'L1H0']);
  });

  it('are the usual one where the address names none', () => {
    expect(headFigure('poem')).toBe(HEAD_FIGURES[0]);
    expect(headFigure(undefined).key).toBe('effect');
  });

  it('have a key of their own each', () =>
    expect(new Set(HEAD_FIGURES.map(({ key }) => key)).size).toBe(HEAD_FIGURES.length));
});

describe('a head', () => {
  it('is found by any of its outputs', () => {
    expect(headOf(heads, 'L0P2.H1')?.name).toBe('L0H1');
    expect(headOf(heads, 'L0P3.post')).toBeUndefined();
    expect(headOf(heads, undefined)).toBeUndefined();
    expect(heads[1] && positionOf(heads[1], 'L0P3.H1')).toBe(3);
  });

  it('does most where its effect is largest, from the position that counts on', () =>
    expect(heads[1] && strongestPositions(heads[1], 1, 3)).toEqual([
      [2, -1.5],
      [3, -0.5],
    ]));
});

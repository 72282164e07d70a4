import { describe, expect, it } from 'vitest';
import type { Lens, LensState } from '../api/types';
import { PALETTES } from '../theme/palette';
import { cellText, colouring, lensFigure, stateLabel, stateName, topTokens } from './states';

const state = (layer: number, site: string): LensState => ({
  layer,
  site,
  targetRank: [4096, 1],
  targetProbability: [0, 0.5],
  tokens: [
    [7, 8],
    [9, 8],
  ],
  probabilities: [
    [0.75, 0.25],
    [0.5, 0.25],
  ],
  nodes: {},
});
const post = state(3, 'post');
const lens: Lens = {
  trace: 'a',
  targetPosition: 1,
  states: [state(0, 'embed'), post],
  texts: { 7: ' Mary', 8: '\n', 9: ' extraordinary' },
  cypher: '',
  sites: [],
};

describe('the lens', () => {
  it('names states as TransformerLens does', () => {
    expect(lens.states.map(stateName)).toEqual(['embedding', 'resid_post of layer 3']);
    expect(lens.states.map(stateLabel)).toEqual(['embed', 'L3']);
  });

  it('shows the most probable token of a state, spaces and control characters visible', () => {
    expect(cellText(lens, { state: post, position: 0 })).toBe('␣Mary');
    expect(cellText(lens, { state: post, position: 1 })).toBe('␣extraor…');
    expect(topTokens(lens, { state: post, position: 1 })[1]).toEqual({ text: '\n', probability: 0.25 });
  });

  it.each(['light', 'dark'] as const)('has the same colour for the same figure in the %s theme', (theme) => {
    const palette = PALETTES[theme];
    const at = (position: number, figure: string) =>
      colouring(palette, lensFigure(figure), 4096)({ state: post, position }).colour;
    expect(at(0, 'targetProbability')).toBe(at(0, 'targetProbability'));
    expect(at(0, 'targetRank')).not.toBe(at(1, 'targetRank'));
    expect(at(1, 'targetProbability')).toBe(at(1, 'probability'));
    expect(at(0, 'probability')).not.toBe(at(1, 'probability'));
  });
});

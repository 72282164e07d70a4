import { describe, expect, it } from 'vitest';
import { PALETTES } from '../theme/palette';
import { barColour, meanings } from './colours';

const { light } = PALETTES;
const node = { id: 'L1P3.mlp', kind: 'mlp' as const, name: 'mlp', layer: 1, position: 3 };

describe('the colours of a waterfall', () => {
  it('are those of the story: what raises and what lowers', () => {
    expect(barColour({ node, value: 2 }, 'logit', light)).toBe(light.raises);
    expect(barColour({ node, value: -2 }, 'logit_difference', light)).toBe(light.lowers);
  });

  it('say nothing of a sign where there is none', () => {
    expect(barColour({ node, value: 0.2 }, 'share', light)).toBe(light.amount);
    expect(barColour({ value: 1.2 }, 'logit', light)).toBe(light.edge);
  });

  it('are all in the legend', () => {
    expect(meanings('logit', light).map(({ words }) => words)).toEqual([
      '+ raises',
      '− lowers',
      'several parts, or no activation',
      'total',
    ]);
  });
});

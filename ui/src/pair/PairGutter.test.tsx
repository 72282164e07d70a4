import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { syntheticStory } from '../../test/fixture/syntheticStory';
import type { StoryState } from '../api/types';
import { layOut } from '../story/layout/layout';
import { PALETTES } from '../theme/palette';
import { PairGutter } from './PairGutter';

describe('the gutter of two stories', () => {
  const story = syntheticStory(1, 3);
  const part = story.components[0];
  const parts = part ? [{ ...part, layer: 0, amount: 1, keys: [] }] : [];
  /** what is written beside the one layer, where the states differ in this */
  const lines = (left: Partial<StoryState>, right: Partial<StoryState>, folded = false) => {
    const of = (state: Partial<StoryState>) => ({
      ...story,
      layers: 1,
      lens: [{ id: 'L0P2.post', layer: 0, token: ' ', probability: 0.9, ...state }],
    });
    const layout = layOut(
      story,
      { parts: folded ? [] : parts, edges: [], amount: 1, once: false, portion: 1 },
      { width: 600, height: 300, openLayers: new Set(), openPositions: new Set() },
    );
    const rows = [{ from: 0, to: 0, y: 0, height: 40, lines: folded ? 0 : 1 }];
    const nodes = { left: new Map(), right: new Map() };
    const { container } = render(
      <svg>
        <PairGutter
          differing={{ story, sides: new Map(), left: of(left), right: of(right), nodes }}
          layout={{ ...layout, rows }}
          palette={PALETTES.light}
        />
      </svg>,
    );
    return [...container.querySelectorAll('text')].map((text) => text.textContent);
  };
  const word = (text: string, rank: number) => ({ word: { text, rank, probability: 0.1 } });

  it('is one line where both would be shown alike', () => {
    expect(lines({}, {})).toEqual(['␣ space']);
    expect(lines(word(' the', 2), word(' the', 2))).toEqual(['#2 ␣the']);
  });
  it('is two where what is shown differs, be it in its rank alone', () => {
    expect(lines(word(' the', 2), word(' the', 3))).toEqual(['#2 ␣the', '#3 ␣the']);
    expect(lines(word(' the', 2), { token: ' the' })).toEqual(['#2 ␣the', '␣the']);
  });
  it('says the same in a fold, in one line', () =>
    expect(lines(word(',', 2), { token: '.' }, true)).toEqual(['#2 ,→.']));
});

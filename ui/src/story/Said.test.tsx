import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../theme/palette';
import { textWidth } from '../common/text';
import { GUTTER_TOKEN } from './layout/gutter';
import { Said } from './Said';

describe('the gutter', () => {
  const state = { id: 'L12P3.post', layer: 12, token: ' ', probability: 0.95 };
  const said = (word?: { text: string; rank: number; probability: number }) =>
    render(
      <svg>
        <Said state={{ ...state, ...(word && { word }) }} y={0} font={11} palette={PALETTES.light} />
      </svg>,
    ).container.textContent;
  it('names a space', () => expect(said()).toBe('␣ space'));
  it('has the first token that is more in its place, with its rank and no wider', () => {
    expect(said({ text: ' the', rank: 2, probability: 0.1 })).toBe('#2 ␣the');
    const long = said({ text: ' restaurant', rank: 5, probability: 0.1 });
    expect(long).toMatch(/^#5 ␣re.*…$/);
    expect(textWidth(long, 11, 'mono')).toBeLessThanOrEqual(GUTTER_TOKEN.width);
  });
});

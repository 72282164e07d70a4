import { describe, expect, it } from 'vitest';
import { PALETTES } from '../theme/palette';
import { edgeWidth, rankColour, rankTicks, sliderToThreshold, thresholdToSlider } from './scales';

describe('rankColour', () => {
  const palette = PALETTES.light;
  const colour = rankColour(palette, 4096);
  const rgb = (hex: string) =>
    `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

  it('runs from rank 1 to the end of the vocabulary', () => {
    expect(colour(1)).toBe(rgb(palette.ranks[0] ?? ''));
    expect(colour(4096)).toBe(rgb(palette.ranks.at(-1) ?? ''));
  });
  it('is logarithmic: the stops stand at equal factors', () =>
    expect(colour(4096 ** (2 / 5))).toBe(rgb(palette.ranks[2] ?? '')));
  it('stays inside for a rank beyond the vocabulary', () => expect(colour(1e9)).toBe(colour(4096)));
  it('has a colour of its own for what is not ranked', () =>
    expect(colour(undefined)).toBe(palette.unranked));
});

describe('rankTicks', () => {
  it('end at the vocabulary, with room between labels', () => {
    expect(rankTicks(4096).map((tick) => tick.rank)).toEqual([1, 10, 100, 4096]);
    expect(rankTicks(50257).map((tick) => tick.rank)).toEqual([1, 10, 100, 1000, 50257]);
  });
});

describe('edgeWidth', () => {
  it('is proportional to share', () => expect(edgeWidth(0.8)).toBeCloseTo(2 * edgeWidth(0.4)));
  it('never vanishes', () => expect(edgeWidth(0)).toBeGreaterThan(0.5));
});

describe('the threshold slider', () => {
  it('has the ends and the logarithmic middle', () => {
    expect(sliderToThreshold(0, 0.005, 0.2)).toBe(0.005);
    expect(sliderToThreshold(100, 0.005, 0.2)).toBe(0.2);
    expect(sliderToThreshold(50, 0.005, 0.2)).toBeCloseTo(0.032, 3);
  });
  it('comes back to where it was', () => {
    for (const threshold of [0.005, 0.01, 0.04, 0.2]) {
      expect(sliderToThreshold(thresholdToSlider(threshold, 0.005, 0.2), 0.005, 0.2)).toBeCloseTo(
        threshold,
        2,
      );
    }
  });
});

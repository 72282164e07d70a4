import { describe, expect, it } from 'vitest';
import { PALETTES } from '../theme/palette';
import { amounts, channels, inkOn } from './scale';

describe.each(['light', 'dark'] as const)('amounts in the %s theme', (theme) => {
  const palette = PALETTES[theme];
  const same = (a: string, b: string) => expect(channels(a)).toEqual(channels(b));

  it('are the ground at 0, blue where they raise the metric, orange where they lower it', () => {
    const scale = amounts(palette, [-4, 1, undefined], true);
    expect(scale.most).toBe(4);
    expect(scale.place(1)).toBe(0.5);
    expect(scale.place(-1)).toBe(-0.5);
    same(scale.colour(0), palette.panel);
    same(scale.colour(4), palette.raises);
    same(scale.colour(-4), palette.lowers);
    expect(scale.colour(undefined)).toBe('transparent');
  });

  it('without a sign are as much as there is', () =>
    same(amounts(palette, [0.5], false).colour(0.5), palette.amount));

  it('where all are 0 stay so', () => expect(amounts(palette, [0, 0], true).place(0)).toBe(0));

  it('are written on in what is read better', () => {
    expect(inkOn(palette, palette.panel)).toBe(palette.text);
    expect(inkOn(palette, palette.text)).toBe(palette.panel);
    // relative luminance 0.18 is as far from black as from white: 4.6 to either
    expect(['#000000', '#ffffff']).toContain(inkOn(palette, '#757575'));
  });
});

import { scaleLinear } from 'd3-scale';
import type { Palette } from '../theme/palette';

const READABLE = 4.5;

export interface Diverging {
  /** the largest difference either way */
  most: number;
  /** no difference is the ground, whatever the data; what is unknown is not on the scale */
  colour: (difference: number | undefined) => string;
  /** from -1 to 1 */
  place: (difference: number) => number;
}

/** Left larger, equal, right larger. Ranks run over four orders of magnitude, so their differences are shown by logarithm. */
export function diverging(palette: Palette, differences: (number | undefined)[], ranks: boolean): Diverging {
  const most = mostOf(differences);
  const size = (value: number) => (ranks ? Math.sign(value) * Math.log10(1 + Math.abs(value)) : value);
  const end = size(most) || 1;
  return onScale(palette, palette.lowers, palette.raises, most, (value) => size(value) / end);
}

/**
 * Amounts by their square root, so that the weaker ones are told from none: above 0 what raises the metric, below it what lowers it; or, where amounts have no
 * sign, how much there is.
 */
export function amounts(palette: Palette, values: (number | undefined)[], signed: boolean): Diverging {
  const most = mostOf(values);
  const place = (value: number) =>
    most === 0 ? 0 : Math.sign(value) * Math.sqrt(Math.min(1, Math.abs(value) / most));
  return onScale(palette, palette.lowers, signed ? palette.raises : palette.amount, most, place);
}

/** The palette's text or its ground, whichever is read better on a colour; on one in the middle, where neither is read well enough (WCAG 2, AA), black or white. */
export function inkOn(palette: Palette, colour: string): string {
  const ground = luminance(colour);
  const contrast = (ink: string) => {
    const [low = 0, high = 0] = [luminance(ink), ground].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const better = (one: string, other: string) => (contrast(one) >= contrast(other) ? one : other);
  const own = better(palette.text, palette.panel);
  return contrast(own) >= READABLE ? own : better('#000000', '#ffffff');
}

/** Red, green and blue, 0 to 255, of #rrggbb or rgb(r, g, b). */
export function channels(colour: string): [number, number, number] {
  const numbers = colour.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0] = numbers;
  return [red, green, blue];
}

function mostOf(values: (number | undefined)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
}

function onScale(
  palette: Palette,
  low: string,
  high: string,
  most: number,
  place: (value: number) => number,
): Diverging {
  const scale = scaleLinear<string>().domain([-1, 0, 1]).range([low, palette.panel, high]).clamp(true);
  return {
    most,
    place,
    colour: (value) => (value === undefined ? 'transparent' : scale(place(value))),
  };
}

/** As WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import { scaleLinear } from 'd3-scale';
import type { Palette } from '../theme/palette';

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
  const known = differences.filter((value): value is number => value !== undefined);
  const most = Math.max(0, ...known.map(Math.abs));
  const size = (value: number) => (ranks ? Math.sign(value) * Math.log10(1 + Math.abs(value)) : value);
  const end = size(most) || 1;
  const scale = scaleLinear<string>()
    .domain([-1, 0, 1])
    .range([palette.erases, palette.panel, palette.writes])
    .clamp(true);
  const place = (value: number) => size(value) / end;
  return {
    most,
    place,
    colour: (difference) => (difference === undefined ? 'transparent' : scale(place(difference))),
  };
}

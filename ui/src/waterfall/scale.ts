import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { extent, type Step } from './steps';

const LABEL = 150;
/** px above the bars */
export const AXIS = 22;
/** room for a bar's figure, in px */
export const VALUE = 62;

export type Scale = ScaleLinear<number, number>;

/** px at the left for the names of parts */
export function labelWidth(width: number): number {
  return Math.min(LABEL, Math.floor(width * 0.34));
}

/** From amounts to px: all bars and the total are within. */
export function scaleOf(parts: readonly Step[], total: number, width: number): Scale {
  return scaleLinear()
    .domain(extent(parts, total))
    .range([labelWidth(width) + 8, width - VALUE])
    .nice(4);
}

export function ticksIn(width: number): number {
  return width < 500 ? 3 : 6;
}

import { PLACE } from './generated/words';
import type { BlockPlace } from './types';

/** Of an activation's id its layer, position and site ("L3P5.H2.v": 3, 5, "H2.v"); of "L3P5" the first two. */
export function placeOf(text = ''): (BlockPlace & { site: string | undefined }) | undefined {
  const [, layer, position, site] = PLACE.exec(text) ?? [];
  return layer === undefined ? undefined : { layer: Number(layer), position: Number(position), site };
}

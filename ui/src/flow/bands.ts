import type { Band } from './layout';

/** "L9", or "L9–14" of a strip. */
export function bandName({ layer, to }: Pick<Band, 'layer' | 'to'>): string {
  return layer === to ? `L${layer}` : `L${layer}–${to}`;
}

export function layersOf({ layer, to }: Pick<Band, 'layer' | 'to'>): number[] {
  return Array.from({ length: to - layer + 1 }, (_, i) => layer + i);
}

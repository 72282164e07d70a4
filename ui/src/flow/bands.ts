import type { Flow, FlowNode } from '../api/types';

/** A layer, or several in which nothing happens as one strip. */
export interface Band {
  layer: number;
  /** the last of a strip */
  to: number;
  folded: boolean;
  top: number;
  bottom: number;
}

export const BAND = 124;
const FOLD = 20;

/** From the first layer up: one band each, or a strip of those that hold states alone and are not open. The last one's top is where they begin. */
export function bandsOf(flow: Flow, open: ReadonlySet<number>, top: number): Band[] {
  const busy = new Set(flow.nodes.filter((node) => node.kind !== 'residual').map((node) => node.layer));
  const runs: Pick<Band, 'layer' | 'to' | 'folded'>[] = [];
  for (let layer = 0; layer < flow.layers; layer++) {
    const folded = !busy.has(layer) && !open.has(layer);
    const below = runs.at(-1);
    if (folded && below?.folded) below.to = layer;
    else runs.push({ layer, to: layer, folded });
  }
  const high = ({ folded }: Pick<Band, 'folded'>) => (folded ? FOLD : BAND);
  let bottom = top + runs.reduce((sum, run) => sum + high(run), 0);
  return runs.map((run) => {
    const band = { ...run, bottom, top: bottom - high(run) };
    bottom = band.top;
    return band;
  });
}

/** Where a level of a layer is: 0 the state that it starts from, 1 the one that it leaves. */
export function heightOf(bands: readonly Band[], layer: number, level: number): number {
  const band = bandOf(bands, layer);
  if (!band) return bands[0]?.bottom ?? 0;
  const part = (layer - band.layer + level) / (band.to - band.layer + 1);
  return band.bottom - part * (band.bottom - band.top);
}

/** Of a strip the last state alone is drawn. */
export function isWithinStrip(bands: readonly Band[], node: FlowNode): boolean {
  if (node.kind !== 'residual' || node.site === 'embed') return false;
  const band = bandOf(bands, node.layer);
  return band !== undefined && band.folded && (node.site === 'mid' || node.layer < band.to);
}

function bandOf(bands: readonly Band[], layer: number): Band | undefined {
  return bands.find((each) => each.layer <= layer && layer <= each.to);
}

/** "L9", or "L9–14" of a strip. */
export function bandName({ layer, to }: Pick<Band, 'layer' | 'to'>): string {
  return layer === to ? `L${layer}` : `L${layer}–${to}`;
}

export function layersOf({ layer, to }: Pick<Band, 'layer' | 'to'>): number[] {
  return Array.from({ length: to - layer + 1 }, (_, i) => layer + i);
}

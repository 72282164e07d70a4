import { describe, expect, it } from 'vitest';
import type { Flow } from '../api/types';
import { bandName, layersOf } from './bands';
import { layout } from './layout';

const state = (layer: number, site: string) => ({
  id: `L${layer}P0.${site}`,
  kind: 'residual',
  layer,
  position: 0,
  name: site,
  site,
});

// four layers, and a head in the third alone
const FLOW = {
  layers: 4,
  positions: [{ index: 0, text: 'a' }],
  end: 'L3P0.post',
  nodes: [
    state(0, 'embed'),
    ...[0, 1, 2, 3].flatMap((layer) => [state(layer, 'mid'), state(layer, 'post')]),
    { id: 'L2P0.H1', kind: 'head', layer: 2, position: 0, name: 'L2H1', head: 1 },
  ],
  edges: [],
} as unknown as Flow;

describe('layers in which nothing is but the stream', () => {
  it('are strips, with the states at their upper ends alone', () => {
    const { bands, nodes, height } = layout(FLOW);
    expect(bands.map(bandName)).toEqual(['L0–1', 'L2', 'L3']);
    expect(bands.map(({ folded }) => folded)).toEqual([true, false, true]);
    // margins 18 and 40, two strips of 20, one layer of 124
    expect(height).toBe(222);
    expect(nodes.map(({ id }) => id)).toEqual([
      'L0P0.embed',
      'L1P0.post',
      'L2P0.mid',
      'L2P0.post',
      'L3P0.post',
      'L2P0.H1',
    ]);
    // the stream goes on: what is not drawn has its place on the way
    const { byId } = layout(FLOW);
    expect(byId.get('L0P0.post')?.y).toBe(182 - 10);
    expect(byId.get('L1P0.post')?.y).toBe(182 - 20);
    expect(byId.get('L2P0.post')?.y).toBe(182 - 144);
  });
  it('open to all that they hold', () => {
    const strip = layout(FLOW).bands[0];
    const { bands, nodes } = layout(FLOW, strip ? layersOf(strip) : []);
    expect(bands.map(bandName)).toEqual(['L0', 'L1', 'L2', 'L3']);
    expect(nodes.map(({ id }) => id)).toContain('L0P0.mid');
  });
});

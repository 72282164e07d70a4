import { describe, expect, it } from 'vitest';
import type { Flow } from '../src/api/types';
import { rowName } from '../src/axes/rows';
import { layout as layOut } from '../src/flow/layout';

describe('layers in which nothing is but the stream', () => {
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
    targetPosition: 0,
    end: 'L3P0.post',
    nodes: [
      state(0, 'embed'),
      ...[0, 1, 2, 3].flatMap((layer) => [state(layer, 'mid'), state(layer, 'post')]),
      { id: 'L2P0.H1', kind: 'head', layer: 2, position: 0, name: 'L2H1', head: 1 },
    ],
    edges: [],
    lens: [],
  } as unknown as Flow;
  // margins of 10 and 34, two folds of 13, one line of 50
  const layout = (open: number[] = []) =>
    layOut(FLOW, { width: 400, height: 120, openLayers: new Set(open), openPositions: new Set() });

  it('are folds, with the states at their upper ends alone', () => {
    const { rows, nodes, byId } = layout();
    expect(rows.map(rowName)).toEqual(['L3', 'L2', 'L0–1']);
    expect(rows.map(({ height }) => height)).toEqual([13, 50, 13]);
    expect(nodes.map(({ id }) => id)).toEqual([
      'L0P0.embed',
      'L1P0.post',
      'L2P0.mid',
      'L2P0.post',
      'L3P0.post',
      'L2P0.H1',
    ]);
    expect(byId.get('L3P0.post')?.y).toBe(10);
    expect(byId.get('L2P0.post')?.y).toBe(23);
    expect(byId.get('L2P0.mid')?.y).toBe(23 + 0.4 * 50);
    // a line of 15 px, 6 px below the state that it adds to
    expect(byId.get('L2P0.H1')?.y).toBe(43 + 6 + 7.5);
    expect(byId.get('L1P0.post')?.y).toBe(73);
    // the stream goes on: what is not drawn has its place on the way
    expect(byId.get('L0P0.post')?.y).toBe(73 + 6.5);
    expect(byId.get('L0P0.embed')?.y).toBe(86);
  });
  it('open to all that they hold', () => {
    const { rows, nodes } = layout([0, 1]);
    expect(rows.map(rowName)).toEqual(['L3', 'L2', 'L1', 'L0']);
    expect(nodes.map(({ id }) => id)).toContain('L0P0.mid');
  });
});

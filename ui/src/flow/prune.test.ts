import { describe, expect, it } from 'vitest';
import type { Flow } from '../api/types';
import { pruneFlow } from './prune';

const node = (id: string) =>
  ({ id, kind: 'residual', layer: 0, position: 0, name: id }) as Flow['nodes'][number];
const edge = (source: string, target: string, share: number) =>
  ({ source, target, kind: 'stream', share }) as Flow['edges'][number];

// a to b to end; c to end only weakly; d strongly to c, and so to nothing
const FLOW = {
  end: 'end',
  threshold: 0.01,
  nodes: ['a', 'b', 'c', 'd', 'end'].map(node),
  edges: [edge('a', 'b', 0.5), edge('b', 'end', 0.3), edge('c', 'end', 0.02), edge('d', 'c', 0.9)],
} as Flow;

describe('a flow above a threshold', () => {
  it('is all of it where nothing is below', () =>
    expect(pruneFlow(FLOW, 0.01).nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'end']));
  it('loses what reaches the end over too little, and what reaches that', () => {
    const { nodes, edges, threshold } = pruneFlow(FLOW, 0.1);
    expect(nodes.map(({ id }) => id)).toEqual(['a', 'b', 'end']);
    expect(edges.map(({ source }) => source)).toEqual(['b', 'a']);
    expect(threshold).toBe(0.1);
  });
  it('keeps its end alone where everything is below', () =>
    expect(pruneFlow(FLOW, 0.95).nodes.map(({ id }) => id)).toEqual(['end']));
});

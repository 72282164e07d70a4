import { describe, expect, it } from 'vitest';
import { pruneFlow } from './fixture/flow';
import { readGolden } from './fixture/golden';
import { wholeFlow } from './fixture/wholeFlow';
import type { Look } from '../src/flow/frame';
import { layout as layOut } from '../src/flow/layout';
import { columnOf } from '../src/axes/columns';
import { membersOf } from '../src/axes/run';
import type { Flow, FlowDetail } from '../src/api/types';
import { neighbour } from '../src/flow/navigate';

const golden = readGolden('mary');
const whole = wholeFlow(golden);
const flow = (threshold: number, detail: FlowDetail = 'neurons') =>
  pruneFlow('t', golden, whole, threshold, detail);
const PANEL = { width: 1200, height: 620 };
const NONE: ReadonlySet<number> = new Set();
const layout = (drawn: Flow, look: Partial<Look> = {}) =>
  layOut(drawn, { ...PANEL, openLayers: NONE, openPositions: NONE, ...look });
const laid = layout(flow(0.01));
const node = (id: string) => {
  const found = laid.byId.get(id);
  if (!found) throw new Error(`${id} is not drawn`);
  return found;
};

describe('layout', () => {
  it('puts layers upward: embedding, mid and post of each layer rise', () => {
    const states = [
      'L0P14.embed',
      ...golden.layers.flatMap((_, layer) => [`L${layer}P14.mid`, `L${layer}P14.post`]),
    ].map(node);
    for (const [i, state] of states.entries()) expect(state.y).toBeLessThan(states[i - 1]?.y ?? Infinity);
  });

  it('runs the residual stream straight up, positions from left to right', () => {
    for (const { from, trunk } of laid.columns) {
      const states = laid.nodes.filter((each) => each.kind === 'residual' && each.position === from);
      for (const state of states) expect(state.x).toBe(trunk);
    }
    const across = laid.columns.map((column) => column.trunk);
    expect(across).toEqual([...across].sort((a, b) => a - b));
  });

  it('puts heads left of the stream in the order of their index, MLP and neurons right of it', () => {
    const heads = laid.nodes.filter(
      (each) => each.kind === 'head' && each.layer === 4 && each.position === 14,
    );
    expect(heads.length).toBeGreaterThan(1);
    const row = heads.filter((head) => head.y === heads[0]?.y).sort((a, b) => (a.head ?? 0) - (b.head ?? 0));
    for (const [i, head] of row.entries()) {
      expect(head.x).toBeLessThan(row[i + 1]?.x ?? node('L4P14.mid').x);
    }
    expect(node('L0P14.mlp').x).toBeGreaterThan(node('L0P14.mid').x);
    const neuron = laid.nodes.find(
      (each) => each.kind === 'neuron' && each.layer === 0 && each.position === 14,
    );
    expect(neuron?.x).toBeGreaterThan(node('L0P14.mlp').x);
  });

  it.each([0.2, 0.04, 0.005])(
    'never puts two nodes on one spot, and all inside the drawing (threshold %d)',
    (threshold) => {
      const { nodes, width, height } = layout(flow(threshold));
      expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
      for (const { x, y } of nodes) {
        expect(x > 0 && x < width).toBe(true);
        expect(y > 0 && y < height).toBe(true);
      }
    },
  );

  it('has room for 25 heads and 32 neurons in one cell', () => {
    const base = flow(0.04);
    const many = (kind: 'head' | 'neuron', amount: number) =>
      Array.from({ length: amount }, (_, i) => ({
        id: `${kind}${i}`,
        kind,
        layer: 2,
        position: 3,
        name: '',
        norm: 1,
        share: 0.1,
        influence: 0.1,
        [kind === 'head' ? 'head' : 'index']: i,
      }));
    const { nodes, columns } = layout({
      ...base,
      nodes: [...many('head', 25), ...many('neuron', 32)],
      edges: [],
    });
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(57);
    const left = Math.min(...nodes.map(({ x }) => x));
    expect(left).toBeGreaterThan(columns[2]?.trunk ?? 0);
  });

  it('has a place for every position, those that nothing is read of together where they have no room', () => {
    expect(layout(flow(0.2)).columns.flatMap(membersOf)).toEqual(golden.tokens.map((_, i) => i));
    const { columns } = layout(flow(0.2), { width: 300 });
    expect(columns.flatMap(membersOf)).toEqual(golden.tokens.map((_, i) => i));
    const gap = columns.find(({ kind }) => kind === 'gap');
    expect(gap?.text).toBe(`⋯${gap ? membersOf(gap).length : 0}⋯`);
    const opened = layout(flow(0.2), { width: 300, openPositions: new Set(gap && membersOf(gap)) });
    expect(opened.columns.length).toBeGreaterThan(columns.length);
  });

  it('fills its panel, and is larger where lines would be lower than 15 px', () => {
    const usual = layout(flow(0.04));
    expect(usual.width).toBeCloseTo(PANEL.width);
    expect(usual.height).toBeCloseTo(PANEL.height);
    const low = layout(flow(0.01), { height: 100 });
    expect(low.line).toBe(15);
    expect(low.height).toBeGreaterThan(100);
  });

  it('says what would follow after each layer', () => {
    const said = layout(flow(0.005)).said;
    expect(said.map(({ state }) => state.id)).toEqual(golden.layers.map((_, layer) => `L${layer}P14.post`));
    expect(said.at(-1)?.state.targetRank).toBe(1);
    expect(said.at(-1)?.state.token).toBe(golden.target);
  });

  it('draws an edge only where both ends are drawn', () => {
    const base = flow(0.04);
    const { edges } = layout({
      ...base,
      edges: [...base.edges, { source: 'nowhere', target: 'L5P14.post', kind: 'mlp', share: 1 }],
    });
    expect(edges).toHaveLength(base.edges.length);
  });

  it('draws attn_out left of the stream where heads are summed', () => {
    const stream = layout(flow(0.04, 'stream'));
    const outputs = stream.nodes.filter((each) => each.kind === 'attention');
    expect(outputs.length).toBeGreaterThan(0);
    for (const output of outputs)
      expect(output.x).toBeLessThan(columnOf(stream.columns, output.position)?.trunk ?? 0);
    expect(stream.nodes.some((each) => each.kind === 'head')).toBe(false);
  });

  it('gives the same picture for the same flow', () => expect(layout(flow(0.01))).toEqual(laid));
});

describe('arrow keys', () => {
  const from = (id: string, direction: Parameters<typeof neighbour>[2]) =>
    neighbour(laid.nodes, node(id), direction, 0.3 * laid.line)?.id;

  it('follow the stream up and down', () => {
    expect(from('L3P14.mid', 'up')).toBe('L3P14.post');
    expect(from('L3P14.mid', 'down')).toBe('L2P14.post');
  });
  it('go sideways to heads, MLP and other positions', () => {
    expect(from('L4P14.mid', 'left')).toMatch(/^L4P14\.H/);
    expect(from('L0P2.embed', 'left')).toBe('L0P1.embed');
    expect(from('L0P1.embed', 'right')).toBe('L0P2.embed');
  });
  it('stay where there is nothing further', () => expect(from('L5P14.post', 'up')).toBeUndefined());
  it('reach every node from the last state', () => {
    const reached = new Set(['L5P14.post']);
    for (const id of reached) {
      for (const direction of ['up', 'down', 'left', 'right'] as const) {
        const next = from(id, direction);
        if (next) reached.add(next);
      }
    }
    const missed = laid.nodes
      .filter((each) => !reached.has(each.id) && each.kind !== 'neuron')
      .map((each) => each.id);
    expect(missed).toEqual([]);
  });
});

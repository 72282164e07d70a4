import { describe, expect, it } from 'vitest';
import type { Sum, SumPart, TraceHead } from '../api/types';
import { byHead, bySize } from './byHead';
import { steps } from './steps';

const part = (kind: 'residual' | 'attention' | 'mlp', layer: number, value: number): SumPart => ({
  name: `${kind} ${layer}`,
  value,
  start: 0,
  end: 0,
  node: { id: `L${layer}P3.${kind}`, kind, name: kind, layer, position: 3 },
});
const head = (layer: number, index: number, dla: number | undefined): TraceHead => ({
  name: `L${layer}H${index}`,
  layer,
  head: index,
  ...(dla !== undefined && { dla }),
  nodes: { 3: `L${layer}P3.H${index}` },
  scores: {},
});
/** attn_out of layer 0 is 2 + -5 + a bias of 1; of layer 1 one head is not known. */
const SUM: Sum = {
  of: 'logit',
  total: 4.5,
  cypher: '',
  parts: [
    part('residual', 0, 0.5),
    part('attention', 0, -2),
    part('mlp', 0, 1),
    part('attention', 1, 4),
    { name: 'constant', value: 1, start: 0, end: 0 },
  ],
};
const HEADS = [head(0, 0, 2), head(0, 1, -5), head(1, 0, 4), head(1, 1, undefined)];

describe('a waterfall of heads', () => {
  const sum = byHead(SUM, HEADS, 3);
  it('has heads and what is left of their output where the output stood, and ends at the same', () => {
    expect(sum.parts.map(({ name, value }) => [name, value])).toEqual([
      ['residual 0', 0.5],
      ['head L0H0', 2],
      ['head L0H1', -5],
      ['b_O of layer 0', 1],
      ['mlp 0', 1],
      ['attention 1', 4],
      ['constant', 1],
    ]);
    expect(sum.parts.map(({ end }) => end)).toEqual([0.5, 2.5, -2.5, -1.5, -0.5, 3.5, 4.5]);
  });

  it('is sorted by size, the constant last, and tells how many are not drawn', () => {
    const sorted = bySize(sum);
    expect(sorted.parts.map(({ name }) => name)).toEqual([
      'head L0H1',
      'attention 1',
      'head L0H0',
      'mlp 0',
      'residual 0',
      'b_O of layer 0',
      'constant',
    ]);
    const few = steps(sorted, 3, 'others');
    expect(few.map(({ name, end }) => [name, end])).toEqual([
      ['head L0H1', -5],
      ['attention 1', -1],
      ['3 others', 2.5],
      ['b_O of layer 0', 3.5],
      ['constant', 4.5],
    ]);
  });
});

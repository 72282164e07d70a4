import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../api/place';
import type { ComputedBlock } from '../api/types';
import { headsOf, neuronsOf, signedStrength, stateBefore, statesOf } from './parts';

const read = (name: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../test/fixtures/${name}.json`), 'utf8'),
  ) as ComputedBlock;
/** layer 4 of the sample model at position 14 of the prompt about Mary */
const block = read('block-sample-15');
/** how that prompt's heads attend, which the server answered to another call */
const attention = read('attention-sample-15') as unknown as {
  heads: { name: string; starts: number[]; keys: number[]; weights: number[] }[];
};

describe('the parts of a block', () => {
  it('begin with what it reads and end with what it leaves', () => {
    expect(statesOf(block).map(({ id }) => placeOf(id)?.site)).toEqual([
      'ln1',
      'attn',
      'b_O',
      'mid',
      'ln2',
      'mlp',
      'b_out',
      'post',
    ]);
    expect(stateBefore(block)).toBe('L3P14.post');
    expect(stateBefore({ layer: 0, position: 3 })).toBeUndefined();
  });

  it('have all heads, with the keys of the largest weight, and all weights make 1', () => {
    const heads = headsOf(block);
    expect(heads.map(({ head }) => head.id).sort()).toEqual([0, 1, 2, 3, 4, 5].map((h) => `L4P14.H${h}`));
    for (const { keys, rest } of heads) {
      expect(keys.reduce((sum, { weight }) => sum + weight, rest)).toBeCloseTo(1, 3);
      expect(keys.map(({ weight }) => weight)).toEqual(
        keys.map(({ weight }) => weight).sort((a, b) => b - a),
      );
      for (const { position, value } of keys) expect(placeOf(value.id)?.position).toBe(position);
    }
  });

  it('have the weights of the whole pattern', () => {
    const [whole] = attention.heads;
    const head = headsOf(block).find(({ head }) => `L4${placeOf(head.id)?.site ?? ''}` === whole?.name);
    expect(head).toBeDefined();
    const [from, to] = [whole?.starts[14] ?? 0, whole?.starts[15] ?? 0];
    for (const { position, weight } of head?.keys ?? []) {
      const at = whole?.keys.slice(from, to).indexOf(position) ?? -1;
      expect(weight).toBeCloseTo(whole?.weights[from + at] ?? NaN, 3);
    }
  });

  it('have 18 and 7 neurons by activation times norm, and 25 by effect', () => {
    const { largest, smallest, strongest } = neuronsOf(block);
    expect([largest.length, smallest.length, strongest.length]).toEqual([18, 7, 25]);
    const all = block.nodes.filter(({ kind }) => kind === 'neuron');
    const least = Math.min(...largest.map(signedStrength));
    const most = Math.max(...smallest.map(signedStrength));
    expect(least).toBeGreaterThan(most);
    for (const other of all.filter((node) => !largest.includes(node) && !smallest.includes(node))) {
      expect(signedStrength(other)).toBeLessThanOrEqual(least);
      expect(signedStrength(other)).toBeGreaterThanOrEqual(most);
    }
    // what it writes is its activation times its row of W_out: so long, and the other way round where it is negative
    for (const node of smallest) expect(signedStrength(node)).toBe(-(node.figures.norm ?? NaN));
    const effects = strongest.map(({ figures }) => Math.abs(figures.effect ?? 0));
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
  });
});

import { describe, expect, it } from 'vitest';
import type { Story, StoryPart } from '../api/types';
import { prune } from './prune';

const part = (name: string, position: number, effect: number, measured: number) =>
  ({
    id: `${name}@${position}`,
    name,
    position,
    from: 1,
    effect,
    measured: { effect: measured, scope: 'set to zero at all positions' },
    reads: [],
    neurons: [],
  }) as unknown as StoryPart;
const told = (measure: Story['measure']) =>
  ({
    measure,
    components: [part('L1H0', 3, 2, -6), part('L1H0', 5, 1, -6), part('L0.mlp', 5, 4, 2)],
    edges: [],
    totals: { amount: 16 },
  }) as unknown as Story;

describe('a story of what was measured', () => {
  it('has the signs and sizes of the measurement, each component once in the sum', () => {
    const { parts, amount, portion } = prune(told('measured'), 1);
    expect(parts.map((each) => each.amount)).toEqual([-6, -6, 2]);
    expect(amount).toBe(8);
    expect(portion).toBe(0.5);
  });
  it('is another one than that of the estimates, which are of positions', () =>
    expect(prune(told('effect'), 1).amount).toBe(7));
});

import { describe, expect, it } from 'vitest';
import { amountOf, widthOf } from './amounts';

describe('what a result does to the metric', () => {
  it('is its effect, or else its DLA', () => {
    expect(amountOf({ effect: -0.5, dla: 2 })).toBe(-0.5);
    expect(amountOf({ dla: 2 })).toBe(2);
    expect(amountOf({ share: 0.3, effect: 'much' })).toBeUndefined();
  });
  it('is as wide as its root; what has a share or weight is as wide as that', () => {
    expect(widthOf({ effect: -4 }, 4)).toBeCloseTo(4.8);
    expect(widthOf({ effect: 1 }, 4)).toBeCloseTo(2.8);
    expect(widthOf({ weight: 0.5, effect: 4 }, 4)).toBeCloseTo(3.3);
    expect(widthOf({}, 4)).toBe(1.2);
  });
});

import { describe, expect, it } from 'vitest';
import { fitting, overflows } from './stand';

const SCALES = { least: 0.8, most: 1 };
const VIEW = { width: 1000, height: 600 };

describe('where a drawing stands at first', () => {
  it('is the middle, at its own size where there is room', () =>
    expect(fitting({ width: 800, height: 400 }, VIEW, SCALES)).toEqual({ k: 1, x: 100, y: 100 }));
  it('is smaller where it is larger than the view', () =>
    expect(fitting({ width: 1250, height: 600 }, VIEW, SCALES)).toEqual({ k: 0.8, x: 0, y: 60 }));
  it('is the end where the answer is, where all would be too small to read', () => {
    const wide = { width: 4000, height: 600 };
    const stand = fitting(wide, VIEW, SCALES);
    expect(stand).toEqual({ k: 0.8, x: 1000 - 3200, y: 60 });
    expect(overflows(wide, VIEW, stand)).toBe(true);
  });
  it('hides nothing of what fits', () => {
    const size = { width: 1250, height: 600 };
    expect(overflows(size, VIEW, fitting(size, VIEW, SCALES))).toBe(false);
    expect(overflows(size, VIEW, { k: 2, x: 0, y: 0 })).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Sum } from '../api/types';
import { extent, isWhole, SMALLER, steps } from './steps';

const sums = JSON.parse(readFileSync('test/fixtures/mary-sum.json', 'utf8')) as Record<string, Sum>;
const golden = JSON.parse(readFileSync('test/fixtures/mary.json', 'utf8')) as { targetLogit: number };
const logit = sums[''] ?? { of: 'logit', total: NaN, parts: [], cypher: '' };

const joined = (parts: { start: number; end: number }[]) =>
  parts.every((part, i) => Math.abs(part.start - (parts[i - 1]?.end ?? 0)) < 1e-5);

describe('the steps of a waterfall', () => {
  it.each(Object.entries(sums))('%j begin where the last one ended, and end at the total', (_, sum) => {
    expect(joined(steps(sum))).toBe(true);
    expect(steps(sum).at(-1)?.end).toBeCloseTo(sum.total, 3);
  });

  it('make the logit that an independent computation has', () =>
    expect(steps(logit).at(-1)?.end).toBeCloseTo(golden.targetLogit, 2));

  it('join thin parts into one before what is no activation, the sum unchanged', () => {
    const few = steps(logit, 5);
    expect(few).toHaveLength(6);
    expect(few.at(-2)?.id).toBe(SMALLER);
    expect(few.at(-2)?.name).toBe(`9 ${SMALLER}`);
    expect(few.at(-1)?.name).toBe('constant');
    expect(joined(few)).toBe(true);
    expect(few.at(-1)?.end).toBeCloseTo(logit.total, 3);
  });

  it('cover zero and what goes below it', () => {
    const [least, most] = extent(steps(logit), logit.total);
    expect(least).toBeLessThan(-1);
    expect(most).toBeCloseTo(logit.total, 3);
  });
});

describe('wholes', () => {
  it.each(['L3P5.mid', 'L3P5.post', 'L3P5.attn', 'L3P5.mlp', 'L3P5.H2'])('%s is one', (id) =>
    expect(isWhole(id)).toBe(true),
  );
  it.each(['L0P5.embed', 'L3P5.H2.v', 'L3P5.N1204', 'L3P5.ln1', 'L3P5.b_O'])('%s is none', (id) =>
    expect(isWhole(id)).toBe(false),
  );
});

import { describe, expect, it } from 'vitest';
import type { ComparedRow, Comparison } from '../api/types';
import { PALETTES } from '../theme/palette';
import { metricName } from '../common/format';
import { comparisonCsv } from './csv';
import { amountText, differenceText, oneSided, rowLabel } from './figures';
import { answerTokenLabel, byAnswerToken, componentGrid, pairTitle, positionGrid } from './grid';
import { diverging } from '../grid/scale';

const head = (layer: number, index: number, left?: number, right?: number): ComparedRow => ({
  name: `L${layer}H${index}`,
  kind: 'head',
  layer,
  head: index,
  figures: {
    dla: {
      ...(left !== undefined && { left }),
      ...(right !== undefined && { right }),
      ...(left !== undefined && right !== undefined && { difference: right - left }),
    },
  },
});

describe('the diverging scale', () => {
  it.each(['light', 'dark'] as const)('has no difference at the ground in the %s theme', (theme) => {
    const palette = PALETTES[theme];
    const scale = diverging(palette, [-2, 1, undefined], false);
    expect(scale.most).toBe(2);
    expect(scale.place(-2)).toBe(-1);
    expect(scale.place(1)).toBe(0.5);
    expect(scale.colour(0)).toBe(diverging(palette, [0], false).colour(0));
    expect(scale.colour(-2)).not.toBe(scale.colour(2));
    expect(scale.colour(undefined)).toBe('transparent');
  });

  it('shows differences of ranks by logarithm', () => {
    const scale = diverging(PALETTES.light, [999, -9], true);
    expect(scale.place(-9)).toBeCloseTo(-1 / 3, 10);
  });
});

describe('figures', () => {
  it('say what is unknown, and of sets how sure they are', () => {
    expect(['logit', 'log_probability', undefined].map(metricName)).toEqual([
      'logit',
      'log probability',
      'logit difference',
    ]);
    expect(amountText('dla', undefined)).toBe('–');
    expect(amountText('share', 0.123)).toBe('12.3%');
    expect(amountText('targetRank', 12)).toBe('#12');
    expect(amountText('dla', { mean: 1.5, spread: 0.25, count: 3 })).toBe('1.500 ± 0.250 (3)');
    expect(amountText('dla', { mean: 1.5, count: 1 })).toBe('1.500 (1)');
    expect(differenceText('weight', -0.5)).toBe('−50.0%');
    expect(differenceText('dla', 2)).toBe('+2.000');
    expect(rowLabel(head(4, 5, 4, 1), 'dla')).toBe('L4H5: DLA left 4.000, right 1.000, difference −3.000');
    expect(oneSided({ left: 1 })).toBe('left');
    expect(oneSided({ left: 1, right: 2, difference: 1 })).toBeUndefined();
  });
});

describe('grids', () => {
  it('have layers upward and heads across', () => {
    const grid = componentGrid([
      head(0, 0, 1, 1),
      head(1, 1, 1, 2),
      { ...head(1, 0), kind: 'mlp', name: 'mlp_out L1' },
    ]);
    expect(grid.rows.map((row) => row.label)).toEqual(['L1', 'L0']);
    expect(grid.columns.map((column) => column.label)).toEqual(['H0', 'H1', 'mlp']);
    expect(grid.at('1', 'H1')?.name).toBe('L1H1');
    expect(grid.at('0', 'H1')).toBeUndefined();
  });

  it('have aligned tokens across, or of sets positions back from the target', () => {
    const state: ComparedRow = { name: 'x', kind: 'residual', layer: 0, site: 'post', pair: 1, figures: {} };
    const pairs = [
      {
        left: { index: 0, id: 1, text: 'A' },
        right: { index: 0, id: 1, text: 'A' },
        same: true,
        target: false,
      },
      { right: { index: 1, id: 2, text: ' b' }, same: false, target: true },
    ];
    const two = positionGrid({ ...comparison([state]), alignment: pairs });
    expect(two.columns.map((column) => column.label)).toEqual(['A', '– | ␣b']);
    expect(two.at(two.rows[0]?.key ?? '', '1')).toBe(state);
    expect(pairs.map(pairTitle)).toEqual(['A at 0 and 0', '␣b at 1, only on the right']);

    const { pair: _, ...rest } = state;
    const sets = positionGrid(comparison([{ ...rest, before: 1 }]));
    expect(sets.columns.map((column) => column.label)).toEqual(['−1', 'target']);
  });
});

describe('answers of several tokens', () => {
  const rows = [
    { ...head(4, 5, 1, 2), answerToken: 1 },
    { ...head(4, 5, 4, 1), answerToken: 0 },
  ];
  const side = (answerTokens: string[]) => ({ answerTokens }) as NonNullable<Comparison['left']['trace']>;
  const two = (left: string[], right: string[]): Comparison => ({
    ...comparison(rows),
    left: { name: 'a', traces: 1, trace: side(left) },
    right: { name: 'b', traces: 1, trace: side(right) },
  });

  it('have a grid each, by their texts or by number', () => {
    expect(byAnswerToken(two([' Tok', 'yo'], [' Tok', 'io'])).map(({ label }) => label)).toEqual([
      '␣Tok',
      'yo | io',
    ]);
    expect(byAnswerToken(comparison(rows)).map((each) => [each.label, each.rows[0]?.answerToken])).toEqual([
      ['token 1', 0],
      ['token 2', 1],
    ]);
    expect(answerTokenLabel(two([' Tok'], [' Tok', 'yo']), 1)).toBe('– | yo');
    expect(byAnswerToken(comparison([head(4, 5)]))).toEqual([{ label: undefined, rows: [head(4, 5)] }]);
  });

  it('have a column in the CSV', () => {
    expect(comparisonCsv(comparison(rows)).split('\r\n')[0]).toContain('before,answerToken,dla_left');
  });
});

describe('the CSV', () => {
  it('has three columns a figure, empty where nothing is known', () => {
    const pairs = [{ same: true, target: true }];
    expect(comparisonCsv({ ...comparison([head(4, 5, 4, 1), head(4, 1, 2)]), alignment: pairs })).toBe(
      'name,kind,layer,head,index,site,pair,before,left_node,right_node,dla_left,dla_right,dla_difference\r\n' +
        'L4H5,head,4,5,,,,,,,4,1,-3\r\n' +
        'L4H1,head,4,1,,,,,,,2,,\r\n',
    );
  });

  it('has spread, count and effect size of sets', () => {
    const of = { left: { mean: 1, spread: 0.5, count: 3 }, right: { mean: 2, count: 1 }, difference: 1 };
    const [columns, line] = comparisonCsv(comparison([{ ...head(4, 5), figures: { dla: of } }])).split(
      '\r\n',
    );
    expect(columns).toContain(
      'dla_left,dla_right,dla_difference,dla_left_spread,dla_right_spread,dla_left_count',
    );
    expect(line).toBe('L4H5,head,4,5,,,,,1,2,1,0.5,,3,1,');
  });
});

function comparison(rows: ComparedRow[]): Comparison {
  const side = { name: 'tag:a', traces: 3 };
  return {
    left: side,
    right: side,
    by: 'components',
    notes: [],
    predictions: [],
    rows,
    truncated: false,
    cypher: '',
    parameters: {},
  };
}

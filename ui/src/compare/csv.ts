import type { ComparedRow, Comparison } from '../api/types';
import { toCsv } from '../console/csv';
import { FIGURES, middle } from './figures';

/** A line for each row; a figure is three columns, of sets also spread, count and effect size. */
export function comparisonCsv(comparison: Comparison): string {
  const sets = !comparison.alignment;
  const figures = FIGURES[comparison.by].filter((name) => comparison.rows.some((row) => row.figures[name]));
  const tokens = comparison.rows.some((row) => row.answerToken !== undefined);
  const places: (keyof ComparedRow)[] = [
    ...(['name', 'kind', 'layer', 'head', 'index', 'site', 'pair', 'before'] as const),
    ...(tokens ? (['answerToken'] as const) : []),
  ];
  const ends: (keyof ComparedRow)[] = sets ? [] : ['left', 'right'];
  const columns = [
    ...places,
    ...ends.map((end) => `${end}_node`),
    ...figures.flatMap((name) => [
      `${name}_left`,
      `${name}_right`,
      `${name}_difference`,
      ...(sets
        ? [
            `${name}_left_spread`,
            `${name}_right_spread`,
            `${name}_left_count`,
            `${name}_right_count`,
            `${name}_d`,
          ]
        : []),
    ]),
  ];
  const rows = comparison.rows.map((row) => [
    ...[...places, ...ends].map((key) => row[key] ?? null),
    ...figures.flatMap((name) => {
      const of = row.figures[name];
      const [left, right] = [of?.left, of?.right];
      const spread = (amount: typeof left) => (typeof amount === 'object' ? (amount.spread ?? null) : null);
      const count = (amount: typeof left) => (typeof amount === 'object' ? amount.count : 0);
      return [
        middle(left) ?? null,
        middle(right) ?? null,
        of?.difference ?? null,
        ...(sets ? [spread(left), spread(right), count(left), count(right), of?.effectSize ?? null] : []),
      ];
    }),
  ]);
  return toCsv({ columns, rows, truncated: false, elapsedMs: 0 });
}

import type { Run } from './run';

/** A run of layers that is drawn as one strip. */
export const FOLD = 13;
/** How low and how high a line may be: a story's, of pills. */
export const PILL_LINE = { least: 24, most: 110 };

/** One layer with lines of parts, or a fold of several without any. The last layer comes first, as it is on top. */
export interface Row extends Run {
  /** lines of parts; 0 of a fold */
  lines: number;
  y: number;
  height: number;
}

export interface Rows {
  rows: Row[];
  /** what they take: more than they were given, where a line would be too low */
  height: number;
  /** how high a line is */
  line: number;
}

/**
 * Layers that hold something have a row, others fold with their neighbours, unless they are opened. Folds are 13 px high, and lines share the rest.
 *
 * @param lines of parts by layer
 * @param limits of a line's height
 */
export function rowsOf(
  layers: number,
  lines: ReadonlyMap<number, number>,
  open: ReadonlySet<number>,
  height: number,
  limits = PILL_LINE,
): Rows {
  const bands: Pick<Row, 'from' | 'to' | 'lines'>[] = [];
  for (let layer = layers - 1; layer >= 0; layer--) {
    const here = lines.get(layer) ?? (open.has(layer) ? 1 : 0);
    const above = bands.at(-1);
    if (here === 0 && above?.lines === 0) above.from = layer;
    else bands.push({ from: layer, to: layer, lines: here });
  }
  const folds = bands.filter((band) => band.lines === 0).length;
  const all = bands.reduce((sum, band) => sum + band.lines, 0);
  const line = Math.min(limits.most, Math.max(limits.least, (height - folds * FOLD) / Math.max(1, all)));
  let y = 0;
  const rows = bands.map((band) => {
    const row = { ...band, y, height: band.lines === 0 ? FOLD : band.lines * line };
    y += row.height;
    return row;
  });
  return { rows, height: y, line };
}

/** "L9", or "L9–14" of a fold. */
export function rowName(row: Run): string {
  return row.from === row.to ? `L${row.from}` : `L${row.from}–${row.to}`;
}

export function rowOf(rows: readonly Row[], layer: number): Row | undefined {
  return rows.find((row) => row.from <= layer && layer <= row.to);
}

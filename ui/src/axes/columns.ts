import type { Run } from './run';

/** A column that nothing is drawn in shows its token aslant down to this width; narrower ones become a gap. */
export const IDLE = 18;
export const GAP = 38;
/** Where there is no room for tokens in a line, those that are read stand aslant too. */
export const ASLANT = 24;

/** What a position needs beside its stream, in px, and for its token. */
export interface Need {
  position: number;
  /** room for parts left and right of the stream; 0 and 0 where there are none */
  left: number;
  right: number;
  /** whether something of it is read, or it is the target's */
  used: boolean;
  /** width of its token as written below */
  token: number;
}

/** One position, or of a gap several. */
export interface Column extends Run {
  kind: 'parts' | 'read' | 'idle' | 'gap';
  x: number;
  width: number;
  /** where the stream runs */
  trunk: number;
}

export interface Columns {
  columns: Column[];
  width: number;
}

type Band = Omit<Column, 'x' | 'trunk' | 'width'> & { least: number; right: number };

/**
 * Positions in use as wide as what stands in them; others narrow, or where there is no room gaps. What is left over is given to all.
 *
 * @param aslant whether tokens that are read but have no parts may stand aslant
 */
export function columnsOf(
  needs: readonly Need[],
  width: number,
  open: ReadonlySet<number>,
  aslant = false,
): Columns {
  const loose = bandsOf(needs, () => false, aslant);
  const bands = least(loose) <= width ? loose : bandsOf(needs, (need) => !open.has(need.position), aslant);
  const spare = Math.max(0, width - least(bands));
  const weights = bands.map(weight);
  const all = weights.reduce((sum, each) => sum + each, 0);
  let x = 0;
  const columns = bands.map(({ least: narrowest, right, ...band }, i) => {
    const wide = narrowest + (spare * (weights[i] ?? 0)) / Math.max(1e-9, all);
    const middle = band.kind === 'parts' ? wide - right : wide / 2;
    const column = { ...band, x, width: wide, trunk: x + middle };
    x += wide;
    return column;
  });
  return { columns, width: x };
}

/** Room goes first to where parts stand. */
function weight(band: Band): number {
  return { parts: 4, read: 2, idle: 1, gap: 0.5 }[band.kind];
}

function least(bands: readonly Band[]): number {
  return bands.reduce((sum, band) => sum + band.least, 0);
}

function bandsOf(needs: readonly Need[], folds: (need: Need) => boolean, aslant: boolean): Band[] {
  const bands: Band[] = [];
  for (const need of needs) {
    const kind = need.left + need.right > 0 ? 'parts' : need.used ? 'read' : folds(need) ? 'gap' : 'idle';
    const before = bands.at(-1);
    if (kind === 'gap' && before?.kind === 'gap') before.to = need.position;
    else bands.push(bandOf(need, kind, aslant));
  }
  // a gap of one is wider than what it saves
  return bands.map((band) =>
    band.kind === 'gap' && (band.to - band.from + 1) * IDLE <= GAP && band.from === band.to
      ? { ...band, kind: 'idle', least: IDLE }
      : band,
  );
}

function bandOf(need: Need, kind: Band['kind'], aslant: boolean): Band {
  const half = Math.max(8, need.token / 2 + 3);
  const place = { from: need.position, to: need.position, kind, right: half };
  switch (kind) {
    case 'parts':
      return {
        ...place,
        right: need.right,
        least: Math.max(need.token - need.right, need.left) + need.right,
      };
    case 'read':
      return { ...place, least: aslant ? Math.min(ASLANT, 2 * half) : 2 * half };
    case 'idle':
      return { ...place, least: IDLE };
    case 'gap':
      return { ...place, least: GAP };
  }
}

export function columnOf<C extends Column>(columns: readonly C[], position: number): C | undefined {
  return columns.find((column) => column.from <= position && position <= column.to);
}

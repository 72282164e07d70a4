/** A column that nothing is drawn in shows its token aslant down to this width; narrower ones become a gap. */
export const IDLE = 18;
export const GAP = 38;
/** Where there is no room for tokens in a line, those that are read stand aslant too. */
export const ASLANT = 24;
const TRUNK_LEFT = 10;

/** What a position needs: pills abreast, and room for its token. */
export interface Need {
  position: number;
  /** pills side by side, at most, and how wide they are */
  slots: number;
  pill: number;
  /** whether a head reads it, or it is the target's */
  used: boolean;
  /** width of its token as written below */
  token: number;
}

export interface Column {
  /** the position; of a gap its first */
  from: number;
  to: number;
  kind: 'pills' | 'read' | 'idle' | 'gap';
  x: number;
  width: number;
  /** where the stream runs */
  trunk: number;
  /** width of its pills */
  pill: number;
}

export interface Columns {
  columns: Column[];
  width: number;
}

type Band = Omit<Column, 'x' | 'trunk' | 'width'> & { least: number; right: number };

/** Between pills side by side. */
export const SLOT_GAP = 6;
/** Right of a stream that pills stand before. */
const BEHIND = 12;

/**
 * Positions in use as wide as their pills; others narrow, or where there is no room gaps. What is left over is given to all.
 *
 * @param aslant whether tokens that are read but have no pills may stand aslant
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
    const middle = band.kind === 'pills' ? wide - right : wide / 2;
    const column = { ...band, x, width: wide, trunk: x + middle };
    x += wide;
    return column;
  });
  return { columns, width: x };
}

/** Room goes first where captions stand: left of pills. */
function weight(band: Band): number {
  return { pills: 4, read: 2, idle: 1, gap: 0.5 }[band.kind];
}

function least(bands: readonly Band[]): number {
  return bands.reduce((sum, band) => sum + band.least, 0);
}

function bandsOf(needs: readonly Need[], folds: (need: Need) => boolean, aslant: boolean): Band[] {
  const bands: Band[] = [];
  for (const need of needs) {
    const kind = need.slots > 0 ? 'pills' : need.used ? 'read' : folds(need) ? 'gap' : 'idle';
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
  const place = { from: need.position, to: need.position, kind, right: half, pill: need.pill };
  switch (kind) {
    case 'pills': {
      const before = need.slots * (need.pill + SLOT_GAP) + TRUNK_LEFT;
      return { ...place, right: BEHIND, least: Math.max(need.token - BEHIND, before) + BEHIND };
    }
    case 'read':
      return { ...place, least: aslant ? Math.min(ASLANT, 2 * half) : 2 * half };
    case 'idle':
      return { ...place, least: IDLE };
    case 'gap':
      return { ...place, least: GAP };
  }
}

export function columnOf(columns: readonly Column[], position: number): Column | undefined {
  return columns.find((column) => column.from <= position && position <= column.to);
}

/** The left side of a slot, counted from the trunk: 0 is next to it. */
export function slotX(column: Column, slot: number): number {
  return column.trunk - TRUNK_LEFT - (slot + 1) * (column.pill + SLOT_GAP) + SLOT_GAP;
}

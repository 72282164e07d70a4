import { columnsOf as columnsFor, type Column as Place } from '../../axes/columns';

const TRUNK_LEFT = 10;
/** Between pills side by side. */
export const SLOT_GAP = 6;
/** Right of a stream that pills stand before. */
const BEHIND = 12;

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

export interface Column extends Place {
  /** width of its pills */
  pill: number;
}

export interface Columns {
  columns: Column[];
  width: number;
}

/** The columns of a story: pills stand left of the stream. */
export function columnsOf(
  needs: readonly Need[],
  width: number,
  open: ReadonlySet<number>,
  aslant = false,
): Columns {
  const places = columnsFor(
    needs.map(({ slots, pill, ...need }) => ({
      ...need,
      left: slots > 0 ? slots * (pill + SLOT_GAP) + TRUNK_LEFT : 0,
      right: slots > 0 ? BEHIND : 0,
    })),
    width,
    open,
    aslant,
  );
  const pills = new Map(needs.map(({ position, pill }) => [position, pill]));
  return {
    columns: places.columns.map((column) => ({ ...column, pill: pills.get(column.from) ?? 0 })),
    width: places.width,
  };
}

/** The left side of a slot, counted from the trunk: 0 is next to it. */
export function slotX(column: Column, slot: number): number {
  return column.trunk - TRUNK_LEFT - (slot + 1) * (column.pill + SLOT_GAP) + SLOT_GAP;
}

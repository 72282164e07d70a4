import type { ShownPart } from '../prune';
import { columnOf } from '../../axes/columns';
import { slotX, type Column } from './columns';
import { BETWEEN, COUNT, detailFont, detailIn, PADDING, SIGN, SMALLER, type PillText } from './pillText';
import { rowOf, type Row } from '../../axes/rows';
import { fitting, textWidth } from '../../common/text';

const HIGHEST = 26;
/** Free height of a line that is kept for edges. */
const LANES = 9;
/** Part of the free height that lies below a pill, where what it reads comes in. */
const BELOW = 0.62;
const FARTHEST_LANE = 16;

export interface Pill extends PillText {
  id: string;
  part: ShownPart;
  x: number;
  y: number;
  width: number;
  height: number;
  font: number;
  /** where edges pass in its line: into pills below them, out of them above */
  laneBelow: number;
  laneAbove: number;
  /** 0 is next to the trunk */
  slot: number;
  line: number;
}

/** Where the pills of one layer and position are, by lines from below, each from left to right. */
export type Cell = ShownPart[][];

/** Heads by their index from left to right, then the MLP, in lines of so many as the position has; the lowest line is filled first. */
export function cellsOf(
  parts: readonly ShownPart[],
  abreast: (position: number) => number,
): Map<string, Cell> {
  const groups = new Map<string, ShownPart[]>();
  for (const part of parts) {
    const key = cellKey(part);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const order = (part: ShownPart) => part.head ?? Infinity;
  const cells = new Map<string, Cell>();
  for (const [key, members] of groups) {
    const sorted = [...members].sort((a, b) => order(a) - order(b));
    const cell: Cell = [];
    const most = abreast(members[0]?.position ?? 0);
    for (let i = 0; i < sorted.length; i += most) cell.push(sorted.slice(i, i + most));
    cells.set(key, cell);
  }
  return cells;
}

/** How many lines of pills each layer has. */
export function linesOf(cells: ReadonlyMap<string, Cell>): Map<number, number> {
  const lines = new Map<number, number>();
  for (const cell of cells.values()) {
    const layer = cell[0]?.[0]?.layer ?? 0;
    lines.set(layer, Math.max(lines.get(layer) ?? 0, cell.length));
  }
  return lines;
}

export function cellKey(part: Pick<ShownPart, 'layer' | 'position'>): string {
  return `${part.layer}.${part.position}`;
}

/** Height of a pill in a line of this height. */
export function pillHeight(line: number): number {
  return Math.min(HIGHEST, line - LANES);
}

/** In a low pill only the smaller type has room. */
function fontIn(height: number, font: number): number {
  return height >= 18 ? font : Math.min(font, SMALLER);
}

export function pillsOf(
  cells: ReadonlyMap<string, Cell>,
  texts: ReadonlyMap<string, PillText>,
  rows: readonly Row[],
  columns: readonly Column[],
  font: number,
): Pill[] {
  const pills: Pill[] = [];
  for (const cell of cells.values()) {
    const [first] = cell[0] ?? [];
    const row = first && rowOf(rows, first.layer);
    const column = first && columnOf(columns, first.position);
    if (!row || !column) continue;
    cell.forEach((members, line) => {
      members.forEach((part, i) => {
        const slot = members.length - 1 - i;
        pills.push({
          ...placed(part, row, line, column.pill),
          x: slotX(column, slot),
          width: column.pill,
          slot,
          line,
        });
      });
    });
  }
  return pills;

  function placed(part: ShownPart, row: Row, line: number, width: number) {
    const high = row.height / row.lines;
    const height = pillHeight(high);
    const type = fontIn(height, font);
    const bottom = row.y + row.height - line * high;
    const free = high - height;
    const below = free * BELOW;
    const y = bottom - below - height;
    const text = texts.get(part.id) ?? { name: '', detail: '', inset: 0 };
    const { detail, inset } = text;
    const name = fitting(text.name, width - 2 * PADDING - SIGN - (part.group ? COUNT : 0), type, 'bold');
    const room = width - inset - 2 * PADDING - SIGN - BETWEEN - textWidth(name, type, 'bold');
    return {
      id: part.id,
      part,
      y,
      height,
      font: type,
      name,
      inset,
      detail: detailIn(detail, room, detailFont(type)),
      laneBelow: y + height + Math.min(below * 0.62, FARTHEST_LANE),
      laneAbove: y - Math.min((free - below) * 0.6, FARTHEST_LANE / 2),
    };
  }
}

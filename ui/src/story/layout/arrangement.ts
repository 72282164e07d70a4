import type { Story } from '../../api/types';
import { visibleToken } from '../../tokens/tokenText';
import type { Shown } from '../prune';
import { LONGEST_TOKEN, TOKEN_FONT } from './axis';
import { columnsOf, type Columns, type Need } from './columns';
import { cellsOf, linesOf, type Cell } from './pills';
import { FONT, pillWidth, SMALLER, type PillText } from './pillText';
import { textWidth } from '../../common/text';

/** How wide pills may be, in full and narrower. */
const WIDEST = 104;
const NARROWER = [96, 90, 84, 78];
const NARROW = 78;
/** Where a picture would only just not fit: fewer letters of tokens rather than a pill cut by the panel. */
const NARROWEST = [74, 70, 66];

/** How pills stand in the columns. */
export interface Arrangement {
  font: number;
  cells: Map<string, Cell>;
  columns: Columns;
}

interface Way {
  abreast: (position: number) => number;
  font: number;
  widest: number;
  aslant: boolean;
}

const WAYS: readonly Way[] = [3, 2].flatMap((most) =>
  [{ font: FONT, widest: WIDEST }, ...[WIDEST, ...NARROWER].map((widest) => ({ font: SMALLER, widest }))].map(
    (size) => ({ ...size, abreast: () => most, aslant: false }),
  ),
);

/**
 * Pills three abreast and in full where there is room; else in smaller type, else two abreast, else narrower. Where that is not enough, tokens stand
 * aslant, and pills of some positions one above the other; what then lacks a few px gets narrower once more.
 */
export function arranged(
  story: Story,
  shown: Shown,
  texts: ReadonlyMap<string, PillText>,
  room: number,
  open: ReadonlySet<number>,
): Arrangement {
  const arrange = (way: Way): Arrangement => {
    const cells = cellsOf(shown.parts, way.abreast);
    const needs = needsOf(story, shown, texts, cells, way);
    return { font: way.font, cells, columns: columnsOf(needs, room, open, way.aslant) };
  };
  const fits = ({ columns }: Arrangement) => columns.width <= room + 0.5;
  for (const way of WAYS) {
    const arrangement = arrange(way);
    if (fits(arrangement)) return arrangement;
  }
  const single = new Set<number>();
  const narrow: Way = {
    font: SMALLER,
    widest: NARROW,
    aslant: true,
    abreast: (position) => (single.has(position) ? 1 : 2),
  };
  let arrangement = arrange(narrow);
  while (!fits(arrangement)) {
    const next = cheapest(shown, arrangement.cells, single, story.targetPosition);
    if (next === undefined) break;
    single.add(next);
    arrangement = arrange(narrow);
  }
  if (fits(arrangement)) return arrangement;
  return NARROWEST.map((widest) => arrange({ ...narrow, widest })).find(fits) ?? arrangement;
}

/** The position whose pills take the fewest lines more when they stand one above the other; never the target's. */
function cheapest(
  shown: Shown,
  cells: ReadonlyMap<string, Cell>,
  single: ReadonlySet<number>,
  target: number,
): number | undefined {
  const wide = new Set(
    [...cells.values()]
      .filter((cell) => cell.some((line) => line.length > 1))
      .map((cell) => cell[0]?.[0]?.position ?? target),
  );
  let best: number | undefined;
  let least = Infinity;
  for (const position of [...wide].sort((a, b) => a - b)) {
    if (position === target) continue;
    const lines = linesOf(cellsOf(shown.parts, (at) => (at === position || single.has(at) ? 1 : 2)));
    const all = [...lines.values()].reduce((sum, each) => sum + each, 0);
    if (all < least) [best, least] = [position, all];
  }
  return best;
}

function needsOf(
  story: Story,
  shown: Shown,
  texts: ReadonlyMap<string, PillText>,
  cells: ReadonlyMap<string, Cell>,
  { font, widest }: Way,
): Need[] {
  const slots = new Map<number, number>();
  const wide = new Map<number, number>();
  for (const cell of cells.values()) {
    const position = cell[0]?.[0]?.position ?? 0;
    slots.set(position, Math.max(slots.get(position) ?? 0, ...cell.map((line) => line.length)));
    const here = cell.flat().flatMap((part) => texts.get(part.id) ?? []);
    wide.set(position, Math.max(wide.get(position) ?? 0, pillWidth(here, font, widest)));
  }
  const read = new Set(shown.parts.flatMap((part) => part.keys.map((key) => key.position)));
  for (const edge of shown.edges) read.add(edge.position);
  return story.positions
    .filter(({ index }) => index <= story.targetPosition)
    .map(({ index, text }) => ({
      position: index,
      slots: slots.get(index) ?? 0,
      pill: wide.get(index) ?? 0,
      used: read.has(index) || index === story.targetPosition,
      token: Math.min(LONGEST_TOKEN, textWidth(visibleToken(text), TOKEN_FONT, 'mono')),
    }));
}

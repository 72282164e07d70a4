import type { Story } from '../../api/types';
import type { Shown } from '../prune';
import { captionsOf, type PlacedCaption } from './captions';
import { arranged } from './arrangement';
import { labelsOf, type TokenLabel } from './axis';
import type { Column } from './columns';
import { attendEdges, outEdges, type Edge } from './edges';
import { gutterOf, GUTTER, type GutterLine } from './gutter';
import { moveEdges } from './moves';
import { linesOf, pillsOf, type Pill } from './pills';
import { pillTexts } from './pillText';
import { rowsOf, type Row } from '../../axes/rows';
import { trunksOf, type Trunk } from './trunks';

/** What stands around the rows and columns: the title above, the layers' names at the left, tokens below. */
export const FRAME = { top: 50, left: 40, bottom: 46 };

export interface Look {
  width: number;
  height: number;
  /** layers and positions that are not to be folded */
  openLayers: ReadonlySet<number>;
  openPositions: ReadonlySet<number>;
}

/** Where everything is, in px. Rows and columns count from the inner corner, that is from `FRAME.left` and `FRAME.top`. */
export interface StoryLayout {
  width: number;
  height: number;
  inner: { width: number; height: number };
  rows: Row[];
  columns: Column[];
  pills: Pill[];
  byId: Map<string, Pill>;
  trunks: Trunk[];
  edges: Edge[];
  captions: PlacedCaption[];
  gutter: GutterLine[];
  /** the tokens below */
  labels: TokenLabel[];
}

/** The same story and the same panel give the same picture. Larger than the panel where it would not be legible. */
export function layOut(story: Story, shown: Shown, look: Look): StoryLayout {
  const room = look.width - FRAME.left - GUTTER;
  const texts = pillTexts(
    shown,
    story.positions.map((position) => position.text),
  );
  const { font, cells, columns } = arranged(story, shown, texts, room, look.openPositions);
  const { rows, height } = rowsOf(
    story.layers,
    linesOf(cells),
    look.openLayers,
    look.height - FRAME.top - FRAME.bottom,
  );
  const pills = pillsOf(cells, texts, rows, columns.columns, font);
  const byId = new Map(pills.map((pill) => [pill.id, pill]));
  const place = { pills, byId, columns: columns.columns };
  const edges = [...attendEdges(place), ...moveEdges(shown.edges, place), ...outEdges(place)].map((edge) => ({
    ...edge,
    corners: edge.corners.map(({ x, y }) => ({ x, y: Math.min(Math.max(y, 0), height) })), // lanes of the last row
  }));
  return {
    width: FRAME.left + columns.width + GUTTER,
    height: FRAME.top + height + FRAME.bottom,
    inner: { width: columns.width, height },
    rows,
    columns: columns.columns,
    pills,
    byId,
    trunks: trunksOf(columns.columns, edges, pills, height, story),
    edges,
    captions: captionsOf(pills, (left, right, pill) => overlaps(pills, left, right, pill)),
    gutter: gutterOf(rows, story),
    labels: labelsOf(columns.columns, columns.width, story),
  };
}

function overlaps(pills: readonly Pill[], left: number, right: number, beside: Pill): boolean {
  return pills.some(
    (pill) =>
      pill !== beside &&
      pill.x < right &&
      pill.x + pill.width > left &&
      pill.y < beside.y + beside.height &&
      pill.y + pill.height > beside.y,
  );
}

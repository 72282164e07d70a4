import type { Story } from '../../api/types';
import type { Shown } from '../prune';
import { captionsOf, type PlacedCaption } from './captions';
import { arranged } from './arrangement';
import { labelsOf, type TokenLabel } from './axis';
import type { Column } from './columns';
import { attendEdges, outEdges, type Edge } from './edges';
import { foldedTo, inFolds } from './folds';
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
  /** whether more folds until the picture is no higher than the panel */
  fitted?: boolean;
  /** ids of parts whose layers are not to be folded either */
  kept?: ReadonlySet<string>;
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
  /** how many parts lie in a fold, by its first layer: where the panel has no room for all */
  folded: ReadonlyMap<number, number>;
}

/** The same story and the same panel give the same picture. Larger than the panel where it would not be legible. */
export function layOut(story: Story, all: Shown, look: Look): StoryLayout {
  const grid = (part: Shown) => gridOf(story, part, look);
  const room = look.height - FRAME.top - FRAME.bottom;
  const shown = look.fitted ? foldedTo(all, look, (part) => grid(part).height <= room + 0.5) : all;
  const { texts, font, cells, columns, rows, height } = grid(shown);
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
    folded: inFolds(all, shown, rows),
  };
}

/** Rows and columns, and how pills stand in them. */
function gridOf(story: Story, shown: Shown, look: Look) {
  const texts = pillTexts(
    shown,
    story.positions.map((position) => position.text),
  );
  const arrangement = arranged(story, shown, texts, look.width - FRAME.left - GUTTER, look.openPositions);
  const lines = linesOf(arrangement.cells);
  const room = look.height - FRAME.top - FRAME.bottom;
  return { texts, ...arrangement, ...rowsOf(story.layers, lines, look.openLayers, room) };
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

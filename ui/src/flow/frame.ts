import type { Flow } from '../api/types';
import { columnsOf, type Column } from '../axes/columns';
import { rowOf, rowsOf, type Row } from '../axes/rows';
import type { Cells } from './cells';
import { BELOW_TOP, HEADS, LINE, MARGIN, NEURONS, SCALES } from './measures';
import { needsOf } from './needs';

/** The panel that it is drawn for, and the layers and positions that are not to be folded. */
export interface Look {
  width: number;
  height: number;
  openLayers: ReadonlySet<number>;
  openPositions: ReadonlySet<number>;
}

/** Rows and columns, where they lie in the drawing, and how parts stand in them. */
export interface Frame {
  rows: Row[];
  columns: Column[];
  width: number;
  height: number;
  line: number;
  /** px for heads in a layer's row */
  roomOf: (layer: number) => number;
  /** heads in a line, of so many in a layer */
  abreast: (members: number, layer: number) => number;
  /** neurons one above the other */
  perColumn: (layer: number) => number;
}

/** Where columns take more than the panel is wide it is looked at from farther, so rows share more than it is high. */
export function frameOf(flow: Flow, heads: Cells, neurons: Cells, look: Look): Frame {
  const whole = (frame: Frame) => MARGIN.left + frame.width + MARGIN.right;
  const frame = ofHeight(flow, heads, neurons, look);
  if (whole(frame) <= look.width + 1) return frame;
  const scale = Math.max(SCALES.least, look.width / whole(frame));
  return ofHeight(flow, heads, neurons, { ...look, height: look.height / scale });
}

function ofHeight(flow: Flow, heads: Cells, neurons: Cells, look: Look): Frame {
  const busy = flow.nodes.filter((node) => node.kind !== 'residual');
  const lines = new Map([
    ...busy.map((node): [number, number] => [node.layer, 1]),
    ...heads.largest('layer', (members) => Math.ceil(members / HEADS.perRow)),
  ]);
  const inner = {
    width: look.width - MARGIN.left - MARGIN.right,
    height: look.height - MARGIN.top - MARGIN.bottom,
  };
  const { rows, height, line } = rowsOf(flow.layers, lines, look.openLayers, inner.height, LINE);
  const roomOf = (layer: number) => {
    const row = rowOf(rows, layer);
    return (row?.height ?? 0) - midBelow(row, line);
  };
  const abreast = (members: number, layer: number) => {
    const most = Math.max(Math.ceil(members / HEADS.perRow), Math.floor(roomOf(layer) / HEADS.line));
    return Math.max(Math.min(members, HEADS.abreast), Math.ceil(members / most));
  };
  const perColumn = (layer: number) =>
    Math.max(1, Math.floor(((rowOf(rows, layer)?.height ?? LINE.least) - 3) / NEURONS.step));
  const stacks = neurons.largest('position', (members, layer) => Math.ceil(members / perColumn(layer)));
  const needs = needsOf(flow, heads.largest('position', abreast), stacks);
  const { columns, width } = columnsOf(needs, inner.width, look.openPositions);
  return {
    rows: rows.map((row) => ({ ...row, y: row.y + MARGIN.top })),
    columns: columns.map((column) => ({
      ...column,
      x: column.x + MARGIN.left,
      trunk: column.trunk + MARGIN.left,
    })),
    width,
    height,
    line,
    roomOf,
    abreast,
    perColumn,
  };
}

/** From the top of a layer's row down to the state that attention leaves. */
export function midBelow(row: Row | undefined, line: number): number {
  return row?.lines ? line * BELOW_TOP.mid : 0;
}

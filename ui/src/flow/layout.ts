import type { Flow, FlowEdge, FlowNode } from '../api/types';
import { columnOf, columnsOf, type Column as Place, type Columns } from '../axes/columns';
import { rowOf, rowsOf, type Row, type Rows } from '../axes/rows';
import { shorten, visibleToken } from '../tokens/tokenText';
import { Cells } from './cells';
import { ATTENTION, HEADS, LINE, LONGEST_TOKEN, MARGIN, MLP, NEURONS, UNDER_MID } from './measures';
import { needsOf } from './needs';
import { edgePath } from './paths';
import { saidOf, type Said } from './said';

export interface PlacedNode extends FlowNode {
  x: number;
  y: number;
}
export interface PlacedEdge extends FlowEdge {
  id: string;
  path: string;
}
/** A position, or a gap of several in which nothing is drawn. */
export interface Column extends Place {
  /** the token, or how many there are */
  text: string;
}
export interface Layout {
  /** those that are drawn: states within a fold are not */
  nodes: PlacedNode[];
  byId: Map<string, PlacedNode>;
  edges: PlacedEdge[];
  columns: Column[];
  rows: Row[];
  said: Said[];
  width: number;
  height: number;
  /** how high a line of heads is */
  line: number;
}

/** The panel that it is drawn for, and the layers and positions that are not to be folded. */
export interface Look {
  width: number;
  height: number;
  openLayers: ReadonlySet<number>;
  openPositions: ReadonlySet<number>;
}

/** Below the top of a layer's row, in parts of a line: the state that attention leaves, and the MLP between it and the next. */
const BELOW_TOP = { mid: 0.4, mlp: 0.2 };

/**
 * Where everything goes: layers upward, those in which nothing is but the stream folded, positions across in columns as wide as what they hold, those that
 * nothing is read of narrow or folded. In a column the residual stream runs straight up, a layer's heads left of it by index, its MLP to the right
 * with its neurons beside it. As large as the panel, larger where marks would not be legible. Same flow and same panel, same picture.
 */
export function layout(flow: Flow, look: Look): Layout {
  const heads = new Cells(flow.nodes, 'head');
  const neurons = new Cells(flow.nodes, 'neuron');
  const busy = new Map(
    flow.nodes.filter((node) => node.kind !== 'residual').map((node): [number, number] => [node.layer, 1]),
  );
  const lines = new Map([...busy, ...heads.largest('layer', (members) => Math.ceil(members / HEADS.perRow))]);
  const { rows, height, line } = below(
    MARGIN.top,
    rowsOf(flow.layers, lines, look.openLayers, look.height - MARGIN.top - MARGIN.bottom, LINE),
  );
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
  const inner = look.width - MARGIN.left - MARGIN.right;
  const { columns, width } = beside(
    MARGIN.left,
    columnsOf(needsOf(flow, heads.largest('position', abreast), stacks), inner, look.openPositions),
  );

  const floor = MARGIN.top + height;
  const place = (node: FlowNode): PlacedNode => {
    const x = columnOf(columns, node.position)?.trunk ?? MARGIN.left;
    const row = rowOf(rows, node.layer);
    const top = topOf(row, node.layer, floor);
    switch (node.kind) {
      case 'residual':
        if (node.site === 'embed') return { ...node, x, y: floor };
        return { ...node, x, y: node.site === 'mid' ? top + midBelow(row, line) : top };
      case 'attention':
        return { ...node, x: x - ATTENTION.fromStream, y: (top + midBelow(row, line) + bottomOf(row)) / 2 };
      case 'head': {
        const present = heads.with(node);
        const { up, fromRight, of } = slotOf(present, node, abreast(present.length, node.layer));
        const room = roomOf(node.layer);
        const high = Math.min(HEADS.line, room / of);
        const slack = Math.min(UNDER_MID, (room - of * high) / 2);
        return {
          ...node,
          x: x - HEADS.fromStream - fromRight * HEADS.step,
          y: bottomOf(row) - room + slack + (of - up - 0.5) * high,
        };
      }
      case 'mlp':
        return { ...node, x: x + MLP.fromStream, y: top + line * BELOW_TOP.mlp };
      case 'neuron': {
        const beside = neurons.with(node);
        const at = beside.indexOf(node);
        const most = perColumn(node.layer);
        const here = Math.min(most, beside.length - Math.floor(at / most) * most);
        return {
          ...node,
          x: x + MLP.fromStream + NEURONS.fromMlp + Math.floor(at / most) * NEURONS.step,
          y: (top + bottomOf(row)) / 2 + ((at % most) - (here - 1) / 2) * NEURONS.step,
        };
      }
    }
  };

  const placed = flow.nodes.map(place);
  const byId = new Map(placed.map((node) => [node.id, node]));
  const edges = flow.edges.flatMap((edge): PlacedEdge[] => {
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    return source && target
      ? [{ ...edge, id: `${edge.source}>${edge.target}`, path: edgePath(edge.kind, source, target) }]
      : [];
  });
  return {
    nodes: placed.filter((node) => !isWithinFold(rows, node)),
    byId,
    edges,
    columns: columns.map((column) => ({ ...column, text: nameOf(column, flow) })),
    rows,
    said: saidOf(flow, rows, byId),
    width: MARGIN.left + width + MARGIN.right,
    height: floor + MARGIN.bottom,
    line,
  };
}

/** Rows of heads fill from below; within a row the highest index stands next to the stream. */
function slotOf(
  present: readonly FlowNode[],
  node: FlowNode,
  abreast: number,
): { up: number; fromRight: number; of: number } {
  const at = present.indexOf(node);
  const up = Math.floor(at / abreast);
  const inRow = Math.min(abreast, present.length - up * abreast);
  return { up, fromRight: inRow - 1 - (at % abreast), of: Math.ceil(present.length / abreast) };
}

/** Where a layer's last state is: the top of its row; of a fold, its part of it. */
function topOf(row: Row | undefined, layer: number, floor: number): number {
  if (!row) return floor;
  return bottomOf(row) - (row.height * (layer - row.from + 1)) / (row.to - row.from + 1);
}

function bottomOf(row: Row | undefined): number {
  return row ? row.y + row.height : 0;
}

function midBelow(row: Row | undefined, line: number): number {
  return row?.lines ? line * BELOW_TOP.mid : 0;
}

/** Of a fold the last state alone is drawn. */
function isWithinFold(rows: readonly Row[], node: FlowNode): boolean {
  if (node.kind !== 'residual' || node.site === 'embed') return false;
  const row = rowOf(rows, node.layer);
  return row?.lines === 0 && (node.site === 'mid' || node.layer < row.to);
}

function nameOf(column: Place, flow: Flow): string {
  return column.kind === 'gap'
    ? `⋯${column.to - column.from + 1}⋯`
    : shorten(visibleToken(flow.positions[column.from]?.text), LONGEST_TOKEN);
}

function below(top: number, { rows, ...rest }: Rows): Rows {
  return { ...rest, rows: rows.map((row) => ({ ...row, y: row.y + top })) };
}

function beside(left: number, { columns, width }: Columns): Columns {
  return {
    width,
    columns: columns.map((column) => ({ ...column, x: column.x + left, trunk: column.trunk + left })),
  };
}

import type { Flow, FlowEdge, FlowNode } from '../api/types';
import { columnOf, type Column as Place } from '../axes/columns';
import { rowOf, type Row } from '../axes/rows';
import { shorten, visibleToken } from '../tokens/tokenText';
import { Cells } from './cells';
import { frameOf, midBelow, type Look } from './frame';
import { ATTENTION, BELOW_TOP, HEADS, LONGEST_TOKEN, MARGIN, MLP, NEURONS, UNDER_MID } from './measures';
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

/**
 * Where everything goes: layers upward, those in which nothing is but the stream folded, positions across in columns as wide as what they hold, those that
 * nothing is read of narrow or folded. In a column the residual stream runs straight up, a layer's heads left of it by index, its MLP to the right
 * with its neurons beside it. As large as the panel, larger where marks would not be legible. Same flow and same panel, same picture.
 */
export function layout(flow: Flow, look: Look): Layout {
  const heads = new Cells(flow.nodes, 'head');
  const neurons = new Cells(flow.nodes, 'neuron');
  const { rows, columns, height, width, line, roomOf, abreast, perColumn } = frameOf(
    flow,
    heads,
    neurons,
    look,
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

import type { Flow, FlowEdge, FlowNode } from '../api/types';
import { bandsOf, heightOf, isWithinStrip, type Band } from './bands';
import { edgePath } from './paths';

export interface PlacedNode extends FlowNode {
  x: number;
  y: number;
}
export interface PlacedEdge extends FlowEdge {
  id: string;
  path: string;
}
export interface Column {
  index: number;
  text: string;
  /** where the residual stream runs */
  x: number;
  width: number;
}
export interface Layout {
  /** those that are drawn: states within a strip are not */
  nodes: PlacedNode[];
  byId: Map<string, PlacedNode>;
  edges: PlacedEdge[];
  columns: Column[];
  bands: Band[];
  width: number;
  height: number;
}

const MARGIN = { left: 46, right: 16, top: 18, bottom: 40 };
const COLUMN = { least: 48, gap: 14 };
const HEADS = { perRow: 3, mostRows: 4, step: 14, fromStream: 17, row: 13 };
const MLP_FROM_STREAM = 18;
const NEURONS = { perColumn: 6, step: 9, fromMlp: 13 };

/** Share of the band's height, from the state a layer starts from (0) to the one it leaves (1). */
const LEVEL = { heads: 0.3, mid: 0.54, mlp: 0.78, post: 1 };

const NOTHING: readonly number[] = [];

/**
 * Where everything goes: layers upward in equal bands, those in which nothing is but the stream as one strip unless they are opened, positions across in columns as wide as what they hold. In a column
 * the residual stream runs straight up, a layer's heads left of it by index, its MLP to the right with its neurons beside it.
 * Same flow, same picture: nothing here depends on time, chance or the window.
 */
export function layout(flow: Flow, open: readonly number[] = NOTHING): Layout {
  const heads = group(flow.nodes, 'head');
  const neurons = group(flow.nodes, 'neuron');
  const columns = placeColumns(flow, heads, neurons);
  const streamX = new Map(columns.map((column) => [column.index, column.x]));

  const bands = bandsOf(flow, new Set(open), MARGIN.top);
  const floor = bands[0]?.bottom ?? MARGIN.top;
  const height = floor + MARGIN.bottom;
  const y = (layer: number, level: number) => heightOf(bands, layer, level);

  const place = (node: FlowNode): PlacedNode => {
    const x = streamX.get(node.position) ?? MARGIN.left;
    switch (node.kind) {
      case 'residual':
        return {
          ...node,
          x,
          y: node.site === 'embed' ? floor : y(node.layer, node.site === 'mid' ? LEVEL.mid : LEVEL.post),
        };
      case 'attention':
        return { ...node, x: x - HEADS.fromStream, y: y(node.layer, LEVEL.heads) };
      case 'head': {
        const { row, fromRight } = headSlot(heads.get(cell(node)) ?? [], node);
        return {
          ...node,
          x: x - HEADS.fromStream - fromRight * HEADS.step,
          y: y(node.layer, LEVEL.heads) - row * HEADS.row,
        };
      }
      case 'mlp':
        return { ...node, x: x + MLP_FROM_STREAM, y: y(node.layer, LEVEL.mlp) };
      case 'neuron': {
        const at = (neurons.get(cell(node)) ?? []).indexOf(node);
        const along = Math.floor(at / NEURONS.perColumn);
        const size = Math.min(
          NEURONS.perColumn,
          (neurons.get(cell(node)) ?? []).length - along * NEURONS.perColumn,
        );
        const up = (at % NEURONS.perColumn) - (size - 1) / 2;
        return {
          ...node,
          x: x + MLP_FROM_STREAM + NEURONS.fromMlp + along * NEURONS.step,
          y: y(node.layer, LEVEL.mlp) - up * NEURONS.step,
        };
      }
    }
  };

  const placed = flow.nodes.map(place);
  const nodes = placed.filter((node) => !isWithinStrip(bands, node));
  const byId = new Map(placed.map((node) => [node.id, node]));
  const edges = flow.edges.flatMap((edge): PlacedEdge[] => {
    const source = byId.get(edge.source);
    const target = byId.get(edge.target);
    return source && target
      ? [{ ...edge, id: `${edge.source}>${edge.target}`, path: edgePath(edge.kind, source, target) }]
      : [];
  });
  const last = columns.at(-1);
  const width = (last ? last.x + last.width : MARGIN.left) + MARGIN.right;
  return { nodes, byId, edges, columns, bands, width, height };
}

function placeColumns(
  flow: Flow,
  heads: Map<string, FlowNode[]>,
  neurons: Map<string, FlowNode[]>,
): Column[] {
  const attention = new Set(
    flow.nodes.filter((node) => node.kind === 'attention').map((node) => node.position),
  );
  const mlp = new Set(flow.nodes.filter((node) => node.kind === 'mlp').map((node) => node.position));
  let x = MARGIN.left;
  return flow.positions.map(({ index, text }) => {
    const inRow = rowLength(largest(heads, index));
    const neuronColumns = Math.ceil(largest(neurons, index) / NEURONS.perColumn);
    const toLeft =
      inRow > 0
        ? HEADS.fromStream + (inRow - 1) * HEADS.step + 8
        : attention.has(index)
          ? HEADS.fromStream + 8
          : 8;
    const toRight =
      neuronColumns > 0
        ? MLP_FROM_STREAM + NEURONS.fromMlp + (neuronColumns - 1) * NEURONS.step + 6
        : mlp.has(index)
          ? MLP_FROM_STREAM + 8
          : 8;
    const slack = Math.max(0, COLUMN.least - toLeft - toRight) / 2;
    const column = { index, text, x: x + toLeft + slack, width: toRight + slack };
    x = column.x + column.width + COLUMN.gap;
    return column;
  });
}

/** Rows of heads fill from the bottom; within a row the highest index stands next to the stream. */
function headSlot(present: FlowNode[], node: FlowNode): { row: number; fromRight: number } {
  const at = present.indexOf(node);
  const length = rowLength(present.length);
  const row = Math.floor(at / length);
  const inRow = Math.min(length, present.length - row * length);
  return { row, fromRight: inRow - 1 - (at % length) };
}

function rowLength(heads: number): number {
  return Math.min(heads, Math.max(HEADS.perRow, Math.ceil(heads / HEADS.mostRows)));
}

function group(nodes: FlowNode[], kind: 'head' | 'neuron'): Map<string, FlowNode[]> {
  const order = (node: FlowNode) => node.head ?? node.index ?? 0;
  const groups = new Map<string, FlowNode[]>();
  for (const node of nodes) {
    if (node.kind !== kind) continue;
    const members = groups.get(cell(node));
    if (members) members.push(node);
    else groups.set(cell(node), [node]);
  }
  for (const members of groups.values()) members.sort((a, b) => order(a) - order(b));
  return groups;
}

function largest(groups: Map<string, FlowNode[]>, position: number): number {
  let most = 0;
  for (const members of groups.values()) {
    if (members[0]?.position === position) most = Math.max(most, members.length);
  }
  return most;
}

function cell(node: FlowNode): string {
  return `${node.layer}.${node.position}`;
}

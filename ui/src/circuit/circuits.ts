import type { CircuitEdge, CircuitNode, WholeCircuit } from '../api/types';

/** Which of two circuits has an edge; `one` where a single circuit is drawn. */
export type Owner = 'both' | 'one' | 'other';

export interface OwnedEdge extends CircuitEdge {
  owner: Owner;
  /** its score in the other circuit, where that has it */
  otherScore?: number;
}

/** The edges of one circuit, or of two, the strongest first by whichever score is larger. */
export function ownedEdges(one: WholeCircuit, other?: WholeCircuit): OwnedEdge[] {
  const key = ({ from, to }: CircuitEdge) => `${from} ${to}`;
  const theirs = new Map(other?.edges.map((edge) => [key(edge), edge]));
  const ours = new Set(one.edges.map(key));
  const all: OwnedEdge[] = one.edges.map((edge) => {
    const shared = theirs.get(key(edge));
    return shared ? { ...edge, owner: 'both', otherScore: shared.score } : { ...edge, owner: 'one' };
  });
  for (const edge of other?.edges ?? []) if (!ours.has(key(edge))) all.push({ ...edge, owner: 'other' });
  return all.sort((a, b) => size(b) - size(a));
}

export function size({ score, otherScore = 0 }: OwnedEdge): number {
  return Math.max(Math.abs(score), Math.abs(otherScore));
}

/** Edges that both have, of those that either has (Jaccard). */
export function overlap(edges: OwnedEdge[]): number {
  return edges.length === 0 ? 0 : edges.filter(({ owner }) => owner === 'both').length / edges.length;
}

/** Edges whose cut was measured, what hurts most first. */
export function measuredEdges({ edges }: WholeCircuit): CircuitEdge[] {
  return edges
    .filter(({ measured }) => measured != null)
    .sort((a, b) => (b.measured ?? 0) - (a.measured ?? 0) || a.rank - b.rank);
}

export interface PlacedNode extends CircuitNode {
  x: number;
  y: number;
}
export interface PlacedEdge extends OwnedEdge {
  path: string;
  width: number;
}
export interface CircuitPicture {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  /** how many edges are not drawn */
  left: number;
}

export const NODE = { width: 52, height: 20 };
const GAP = { x: 8, y: 34 };
const MARGIN = 12;
/** More lines than these cannot be told apart. */
export const MOST_EDGES = 300;

/** Layers upward, from the embedding to the logits; of many edges the strongest, with the nodes that they join. */
export function picture(nodes: CircuitNode[], all: OwnedEdge[]): CircuitPicture {
  const edges = all.slice(0, MOST_EDGES);
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const known = new Map(nodes.filter(({ name }) => joined.has(name)).map((node) => [node.name, node]));
  const rows = new Map<number, CircuitNode[]>();
  for (const node of known.values()) rows.set(row(node), [...(rows.get(row(node)) ?? []), node]);
  const order = [...rows.keys()].sort((a, b) => b - a);
  const widest = Math.max(1, ...[...rows.values()].map((each) => each.length));
  const width = widest * (NODE.width + GAP.x) - GAP.x + 2 * MARGIN;
  const placed = order.flatMap((key, r) => {
    const inRow = [...(rows.get(key) ?? [])].sort((a, b) => (a.head ?? 1e6) - (b.head ?? 1e6));
    const indent = (width - inRow.length * (NODE.width + GAP.x) + GAP.x) / 2;
    return inRow.map((node, i) => ({
      ...node,
      x: indent + i * (NODE.width + GAP.x),
      y: MARGIN + r * (NODE.height + GAP.y),
    }));
  });
  const at = new Map(placed.map((node) => [node.name, node]));
  const most = Math.max(...edges.map(size), Number.MIN_VALUE);
  return {
    width: width + bend((order.length - 1) * (NODE.height + GAP.y)),
    height: order.length * (NODE.height + GAP.y) - GAP.y + 2 * MARGIN,
    nodes: placed,
    left: all.length - edges.length,
    edges: edges.flatMap((edge) => {
      const [from, to] = [at.get(edge.from), at.get(edge.to)];
      if (!from || !to) return [];
      const [x1, y1] = [from.x + NODE.width / 2, from.y];
      const [x2, y2] = [to.x + NODE.width / 2, to.y + NODE.height];
      const middle = (y1 + y2) / 2;
      const aside = bend(y1 - y2);
      return [
        {
          ...edge,
          path: `M${x1} ${y1}C${x1 + aside} ${middle} ${x2 + aside} ${middle} ${x2} ${y2}`,
          width: 0.75 + 4 * Math.sqrt(size(edge) / most),
        },
      ];
    }),
  };
}

/** How far an edge that passes rows by goes around what stands in them. */
function bend(rise: number): number {
  return rise > NODE.height + GAP.y ? 36 + rise / 7 : 0;
}

/** Heads below the MLP of their layer, which reads them. */
function row({ kind, layer }: CircuitNode): number {
  if (kind === 'embed') return -1;
  if (kind === 'logits') return Number.MAX_SAFE_INTEGER;
  return 2 * layer + (kind === 'mlp' ? 1 : 0);
}

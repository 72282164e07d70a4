import type { PlacedEdge } from './layout';

/** The edges that begin or end at each node. */
export function incidence(edges: readonly PlacedEdge[]): Map<string, PlacedEdge[]> {
  const map = new Map<string, PlacedEdge[]>();
  for (const edge of edges) {
    for (const end of [edge.source, edge.target]) {
      const known = map.get(end);
      if (known) known.push(edge);
      else map.set(end, [edge]);
    }
  }
  return map;
}

import type { Flow, FlowEdge } from '../api/types';

/** Of a flow what reaches its end over edges of at least that share: what the server answers for the threshold, from what it answered for a lower one. */
export function pruneFlow(flow: Flow, threshold: number): Flow {
  const into = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) {
    if (edge.share < threshold) continue;
    const known = into.get(edge.target);
    if (known) known.push(edge);
    else into.set(edge.target, [edge]);
  }
  const reached = new Set([flow.end]);
  const edges: FlowEdge[] = [];
  // grows while it is gone through
  for (const id of reached) {
    for (const edge of into.get(id) ?? []) {
      edges.push(edge);
      reached.add(edge.source);
    }
  }
  return { ...flow, threshold, nodes: flow.nodes.filter((node) => reached.has(node.id)), edges };
}

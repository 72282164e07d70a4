import type { Edge } from './layout/edges';
import type { Pill } from './layout/pills';

/** Edges over which what stands at a position reaches the end: heads that read it, what those move or write, and who reads that. */
export function pathsFrom(position: number, pills: readonly Pill[], edges: readonly Edge[]): Edge[] {
  const kept = new Set<Edge>();
  const open: Pill[] = [];
  const reached = new Set<string>();
  const byId = new Map(pills.map((pill) => [pill.id, pill]));
  const take = (edge: Edge) => {
    kept.add(edge);
    const pill = edge.target === undefined ? undefined : byId.get(edge.target);
    if (pill && !reached.has(pill.id)) {
      reached.add(pill.id);
      open.push(pill);
    }
  };
  edges.filter((edge) => edge.kind === 'attend' && edge.position === position).forEach(take);
  for (let pill = open.pop(); pill; pill = open.pop()) {
    for (const edge of edges) if (edge.source === pill.id || readsLater(edge, pill, byId)) take(edge);
  }
  return [...kept];
}

/** Edges over which a position's stream came to be what it is: who writes into it, what those read, who moved them. */
export function pathsTo(position: number, pills: readonly Pill[], edges: readonly Edge[]): Edge[] {
  const kept = new Set<Edge>();
  const byId = new Map(pills.map((pill) => [pill.id, pill]));
  const open = pills.filter((pill) => pill.part.position === position);
  const reached = new Set(open.map((pill) => pill.id));
  for (let pill = open.pop(); pill; pill = open.pop()) {
    for (const edge of edges) {
      if (edge.kind === 'out' ? edge.source !== pill.id : edge.target !== pill.id) continue;
      kept.add(edge);
      for (const each of pills) {
        const leads = each.id === edge.source || readsLater(edge, each, byId);
        if (leads && !reached.has(each.id)) {
          reached.add(each.id);
          open.push(each);
        }
      }
    }
  }
  return [...kept];
}

/** Whether a head of a later layer attends to the position that the pill writes to. */
function readsLater(edge: Edge, pill: Pill, byId: ReadonlyMap<string, Pill>): boolean {
  if (edge.kind !== 'attend' || edge.position !== pill.part.position) return false;
  return (byId.get(edge.target ?? '')?.part.layer ?? -1) > pill.part.layer;
}

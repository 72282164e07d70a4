import { pathsFrom, pathsTo } from './chains';
import type { Edge } from './layout/edges';
import type { StoryLayout } from './layout/layout';
import type { Pill } from './layout/pills';

/** A mark of the picture: one of the two. */
export interface Mark {
  pill?: Pill;
  edge?: Edge;
}

interface Emphasis {
  hovered: Mark | undefined;
  /** the position whose paths are followed: from it, or to the answer */
  traced: number | undefined;
  /** the edges of the chains that are shown */
  chained: readonly Edge[];
  chosen: Pill | undefined;
}

/** The edges that stand out while others fade: of what is pointed at, else of chains, else of a token's paths, else of what is selected. */
export function litEdges(
  { pills, edges }: StoryLayout,
  target: number,
  { hovered, traced, chained, chosen }: Emphasis,
): Edge[] {
  if (hovered?.edge) return [hovered.edge];
  if (hovered?.pill) return of(hovered.pill, edges);
  if (chained.length > 0) return [...chained];
  if (traced !== undefined) return (traced === target ? pathsTo : pathsFrom)(traced, pills, edges);
  return chosen ? of(chosen, edges) : [];
}

function of(pill: Pill, edges: readonly Edge[]): Edge[] {
  return edges.filter((edge) => edge.source === pill.id || edge.target === pill.id);
}

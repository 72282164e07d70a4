import type { Why } from '../api/types';
import type { Edge } from './layout/edges';
import type { StoryLayout } from './layout/layout';

/** The attention score that an edge stands for; none of edges of other kinds, and of several heads as one. */
export function whyOf(layout: StoryLayout, edge: Edge | undefined): Why | undefined {
  const part = edge?.kind === 'attend' ? layout.byId.get(edge.target ?? '')?.part : undefined;
  return edge && part && !part.group
    ? { head: part.name, query: part.position, key: edge.position }
    : undefined;
}

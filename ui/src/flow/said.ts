import type { Flow } from '../api/types';
import { rowOf, type Row } from '../axes/rows';

/** What the model would say after a layer, where the answer is read. */
export interface Said {
  id: string;
  y: number;
  token: string;
  rank: number | undefined;
}

/** Rows that are lower have no room for words. */
const LEAST = 13;

export function saidOf(flow: Flow, rows: readonly Row[], byId: ReadonlyMap<string, { y: number }>): Said[] {
  const states = flow.nodes.filter((node) => node.site === 'post' && node.position === flow.targetPosition);
  return states.flatMap(({ id, layer, topToken, targetRank }) => {
    const row = rowOf(rows, layer);
    const y = byId.get(id)?.y;
    return row && y !== undefined && row.to === layer && row.height >= LEAST && topToken !== undefined
      ? [{ id, y: y + row.height / 2, token: topToken, rank: targetRank }]
      : [];
  });
}

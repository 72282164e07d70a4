import type { Flow, StoryState } from '../api/types';
import { rowOf, type Row } from '../axes/rows';

/** What the model would say after a layer, where the answer is read. */
export interface Said {
  y: number;
  state: StoryState;
}

/** Rows that are lower have no room for words. */
const LEAST = 13;

export function saidOf(flow: Flow, rows: readonly Row[], byId: ReadonlyMap<string, { y: number }>): Said[] {
  return flow.lens.flatMap((state) => {
    const row = rowOf(rows, state.layer);
    const y = byId.get(state.id)?.y;
    return row && y !== undefined && row.to === state.layer && row.height >= LEAST
      ? [{ y: y + row.height / 2, state }]
      : [];
  });
}

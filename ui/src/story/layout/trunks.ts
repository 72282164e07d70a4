import type { Story } from '../../api/types';
import type { Column } from './columns';
import type { Edge } from './edges';
import type { Pill } from './pills';

/** The stream of a position, from the embedding up to where it is last read or written; the target's to the top. */
export interface Trunk {
  position: number;
  x: number;
  top: number;
  bottom: number;
}

export function trunksOf(
  columns: readonly Column[],
  edges: readonly Edge[],
  pills: readonly Pill[],
  height: number,
  story: Story,
): Trunk[] {
  return columns.flatMap((column) => {
    if (column.kind === 'gap') return [];
    const position = column.from;
    const left = edges.filter(
      (edge) => edge.kind !== 'out' && edge.source === undefined && edge.position === position,
    );
    const tops = [
      ...left.map((edge) => edge.corners[0]?.y ?? height),
      ...pills.filter((pill) => pill.part.position === position).map((pill) => pill.laneAbove),
      ...(position === story.targetPosition ? [0] : []),
      ...edges.flatMap((edge) =>
        (edge.kind === 'key' || edge.kind === 'value') && edge.position === position
          ? edge.corners.filter((corner) => Math.abs(corner.x - column.trunk) < 4).map((corner) => corner.y)
          : [],
      ),
    ];
    if (tops.length === 0) return [];
    return { position, x: column.trunk, top: Math.min(...tops), bottom: height };
  });
}

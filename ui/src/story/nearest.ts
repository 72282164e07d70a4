import type { Edge } from './layout/edges';
import { distanceTo, type Point } from './layout/paths';
import type { Pill } from './layout/pills';

export const REACH = 24;

/** What the pointer is at: the pill or edge that is nearest, if it is within reach. A pill goes before an edge that is hardly nearer. */
export function nearest(
  pills: readonly Pill[],
  edges: readonly Edge[],
  point: Point,
): { pill?: Pill; edge?: Edge } {
  let pill: Pill | undefined;
  let least = REACH;
  for (const each of pills) {
    const away = outside(each, point);
    if (away < least) [pill, least] = [each, away];
  }
  if (pill && least <= 2) return { pill };
  let edge: Edge | undefined;
  let nearer = least;
  for (const each of edges) {
    if (each.kind === 'out') continue;
    const away = distanceTo(each.corners, point);
    if (away < nearer) [edge, nearer] = [each, away];
  }
  return edge ? { edge } : pill ? { pill } : {};
}

function outside(pill: Pill, { x, y }: Point): number {
  const dx = Math.max(pill.x - x, 0, x - pill.x - pill.width);
  const dy = Math.max(pill.y - y, 0, y - pill.y - pill.height);
  return Math.hypot(dx, dy);
}

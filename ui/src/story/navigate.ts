import type { Edge } from './layout/edges';
import type { Pill } from './layout/pills';

export type Step = 'up' | 'down' | 'left' | 'right' | 'strongest' | 'stronger' | 'weaker';

/** Arrow keys go along drawn edges and along the row; F follows the strongest edge; [ and ] go by size. */
export function step(
  pills: readonly Pill[],
  edges: readonly Edge[],
  from: Pill,
  way: Step,
): Pill | undefined {
  switch (way) {
    case 'up':
      return (
        along(
          pills,
          edges,
          from,
          (edge) => edge.source === from.id,
          (edge) => edge.target,
        ) ?? vertical(pills, from, -1)
      );
    case 'down':
      return (
        along(
          pills,
          edges,
          from,
          (edge) => edge.target === from.id,
          (edge) => edge.source,
        ) ?? vertical(pills, from, 1)
      );
    case 'strongest':
      return along(
        pills,
        edges,
        from,
        (edge) => edge.source === from.id || edge.target === from.id,
        (edge) => (edge.source === from.id ? edge.target : edge.source),
      );
    case 'left':
    case 'right':
      return inRow(pills, from, way === 'left' ? -1 : 1);
    case 'stronger':
    case 'weaker': {
      const sorted = bySize(pills);
      return sorted[sorted.findIndex((pill) => pill.id === from.id) + (way === 'stronger' ? -1 : 1)];
    }
  }
}

/** From the one with the largest amount to the smallest. */
export function bySize(pills: readonly Pill[]): Pill[] {
  return [...pills].sort((a, b) => Math.abs(b.part.amount) - Math.abs(a.part.amount));
}

function along(
  pills: readonly Pill[],
  edges: readonly Edge[],
  from: Pill,
  which: (edge: Edge) => boolean,
  end: (edge: Edge) => string | undefined,
): Pill | undefined {
  const ways = edges
    .filter((edge) => edge.kind !== 'out' && which(edge) && end(edge) !== undefined && end(edge) !== from.id)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const [strongest] = ways;
  return strongest && pills.find((pill) => pill.id === end(strongest));
}

function inRow(pills: readonly Pill[], from: Pill, direction: 1 | -1): Pill | undefined {
  const row = pills
    .filter((pill) => pill.part.layer === from.part.layer)
    .sort((a, b) => a.part.position - b.part.position || b.y - a.y || a.x - b.x);
  return row[row.findIndex((pill) => pill.id === from.id) + direction];
}

/** Where no edge leads: the nearest in another layer that way, where straying sideways costs more. */
function vertical(pills: readonly Pill[], from: Pill, direction: 1 | -1): Pill | undefined {
  let best: Pill | undefined;
  let least = Infinity;
  for (const pill of pills) {
    const rise = (pill.y - from.y) * direction;
    const cost = rise + 2 * Math.abs(pill.x - from.x);
    if (pill.part.layer !== from.part.layer && rise > 0 && cost < least) [best, least] = [pill, cost];
  }
  return best;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The nearest node that way, where straying sideways costs more than going on.
 *
 * @param level px up or down within which a node still stands beside another
 */
export function neighbour<N extends { x: number; y: number }>(
  nodes: readonly N[],
  from: N,
  direction: Direction,
  level: number,
): N | undefined {
  let best: N | undefined;
  let least = Infinity;
  for (const node of nodes) {
    const cost = costOf(node.x - from.x, from.y - node.y, direction, level);
    if (cost < least) {
      least = cost;
      best = node;
    }
  }
  return best;
}

function costOf(right: number, up: number, direction: Direction, level: number): number {
  switch (direction) {
    case 'up':
      return up > 0.5 ? up + 6 * Math.abs(right) : Infinity;
    case 'down':
      return up < -0.5 ? -up + 6 * Math.abs(right) : Infinity;
    case 'right':
      return right > 0.5 ? right + aside(up, level) : Infinity;
    case 'left':
      return right < -0.5 ? -right + aside(up, level) : Infinity;
  }
}

/** Beside a state is what stands about level with it: its heads and MLP, then the next position's state. */
function aside(up: number, level: number): number {
  const distance = Math.abs(up);
  return distance < level ? 1.5 * distance : 6 * distance;
}

import type { Edge } from './layout/edges';
import type { Pill } from './layout/pills';

/** A component by its id, or a token by its position. The target's token is the answer. */
export type Point = string | number;

export interface Chain {
  edges: Edge[];
  /** of the first edge, what goes along it */
  first: number;
  /** of every other, the part of what comes to its source that goes along it */
  parts: number[];
  /** their product: what of the metric goes along the chain, to first order */
  effect: number;
}

/** The way from a component to the goal: the product of its parts, and where it goes. */
interface Way {
  product: number;
  parts: number[];
  edges: Edge[];
}

const MOST = 3;

/**
 * The strongest chains of drawn edges between two points, whichever comes first in the pass. Along a chain goes what goes along its first edge, times
 * the part of each component's effect that goes along the next: to first order, as if all that comes to a component went on alike.
 *
 * @param answer the position whose token is the answer
 */
export function strongestChains(
  pills: readonly Pill[],
  edges: readonly Edge[],
  [one, other]: readonly [Point, Point],
  answer: number,
): Chain[] {
  const onward = chainsFrom(one, other);
  return onward.length > 0 ? onward : chainsFrom(other, one);

  function chainsFrom(start: Point, goal: Point): Chain[] {
    const toAnswer = typeof goal === 'number';
    if (toAnswer && goal !== answer) return [];
    const known = new Map<string, Way[]>();
    const ways = (id: string) => {
      const there = known.get(id);
      if (there) return there;
      known.set(id, []);
      const found = waysFrom(id);
      known.set(id, found);
      return found;
    };

    function waysFrom(id: string): Way[] {
      if (id === goal) return [{ product: 1, parts: [], edges: [] }];
      const pill = pills.find((each) => each.id === id);
      const amount = pill?.part.amount ?? 0;
      if (!pill || amount === 0) return [];
      const moves = edges.filter((edge) => edge.source === id && edge.target !== undefined);
      const on = moves.map((edge) => ({ edge, part: edge.amount / amount }));
      const out = edges.find((edge) => edge.source === id && edge.kind === 'out');
      const rest = 1 - on.reduce((sum, { part }) => sum + part, 0);
      return best([
        ...on.flatMap(({ edge, part }) =>
          ways(edge.target ?? '').map((way) => ({
            product: part * way.product,
            parts: [part, ...way.parts],
            edges: [edge, ...way.edges],
          })),
        ),
        ...(toAnswer && out && pill.part.position === answer
          ? [{ product: rest, parts: [rest], edges: [out] }]
          : []),
      ]);
    }

    if (typeof start === 'string') {
      const amount = pills.find((each) => each.id === start)?.part.amount ?? 0;
      return ways(start)
        .filter((way) => way.edges.length > 0)
        .map(({ product, parts: [first = 0, ...parts], edges: path }) => ({
          edges: path,
          first: first * amount,
          parts,
          effect: product * amount,
        }));
    }
    const read = edges.filter((edge) => edge.kind === 'attend' && edge.position === start);
    const all = read.flatMap((edge) =>
      ways(edge.target ?? '').map((way) => ({
        ...way,
        product: edge.amount * way.product,
        edges: [edge, ...way.edges],
      })),
    );
    return best(all).map(({ product, parts, edges: path }) => ({
      edges: path,
      first: path[0]?.amount ?? 0,
      parts,
      effect: product,
    }));
  }
}

function best(ways: Way[]): Way[] {
  return ways
    .filter((way) => way.product !== 0)
    .sort((a, b) => Math.abs(b.product) - Math.abs(a.product))
    .slice(0, MOST);
}

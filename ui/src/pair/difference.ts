import type { AlignedPair, ComparedRow, Story, StoryEdge, StoryKey, StoryPart } from '../api/types';
import { MOST_KEYS } from '../story/prune';
import { markId, onPairs, pairOf, pairText, type Side } from './pairing';

/** What one component at one pair of tokens amounts to on either side, in the measure of the stories; absent where a side does not keep it. */
export interface Sides {
  left?: number;
  right?: number;
  /** as the stories tell of it, over pairs */
  told: { left?: StoryPart; right?: StoryPart };
}

export interface Differing {
  /** over pairs; amounts are right minus left, and what differs most comes first */
  story: Story;
  sides: ReadonlyMap<string, Sides>;
  /** either side over the same pairs */
  left: Story;
  right: Story;
  /** the node of each mark in either trace */
  nodes: Record<Side, ReadonlyMap<string, string>>;
}

/** Of any 20 marks six are MLPs, as in stories. */
const MLPS = 0.3;
/** What the comparison is asked for: amounts of what only one story tells of. */
export const PICTURE_ROWS = { by: 'positions', kind: 'head,mlp', sort: 'effect', limit: 1000 } as const;

/**
 * Two stories as one: of all that either tells of, right minus left, the largest difference first. A component that only one story tells of has its other amount from the
 * comparison's rows; where there is none (no such token there, or not kept) all that is known differs.
 *
 * @param rows heads and MLPs position by position
 */
export function difference(
  left: Story,
  right: Story,
  alignment: readonly AlignedPair[],
  rows: readonly ComparedRow[],
): Differing {
  const measure = right.measure === 'dla' ? 'dla' : 'effect';
  const [one, other] = [onPairs(left, alignment, 'left'), onPairs(right, alignment, 'right')];
  const stored = new Map(rows.map((row) => [placeOf(row, row.pair ?? -1), row.figures[measure]]));
  const sides = new Map<string, Sides>();
  for (const [side, story] of [['left', one] as const, ['right', other] as const])
    for (const part of story.components) {
      const known: Sides = sides.get(part.id) ?? { told: {} };
      const amount = part[measure];
      known.told[side] = part;
      if (amount !== undefined) known[side] = amount;
      sides.set(part.id, known);
    }
  for (const known of sides.values())
    for (const side of ['left', 'right'] as const) {
      const part = known.told.left ?? known.told.right;
      const amount = part && stored.get(placeOf(part, part.position))?.[side];
      if (known[side] === undefined && typeof amount === 'number') known[side] = amount;
    }
  const parts = ranked([...sides].map(([id, known]) => partOf(id, known, measure)));
  const amounts = parts.map((part) => Math.abs(part[measure] ?? 0));
  const from = new Map(parts.map((part) => [part.id, part.from]));
  return {
    sides,
    left: one,
    right: other,
    nodes: { left: nodesOf(left, alignment, 'left'), right: nodesOf(right, alignment, 'right') },
    story: {
      ...other,
      targetPosition: Math.max(one.targetPosition, other.targetPosition),
      positions: alignment.map((pair, index) => ({ index, text: pairText(pair) })),
      components: parts,
      edges: edgesOf(one.edges, other.edges, from),
      lens: [],
      totals: {
        ...other.totals,
        amount: amounts.reduce((sum, each) => sum + each, 0),
        ranked: parts.length,
      },
    },
  };
}

/** Rows call MLPs otherwise than stories do. */
function placeOf(
  { kind, layer, head }: { kind: string; layer?: number; head?: number },
  pair: number,
): string {
  return `${pair} ${kind} ${layer ?? -1} ${head ?? -1}`;
}

function nodesOf(story: Story, alignment: readonly AlignedPair[], side: Side): Map<string, string> {
  const pairs = pairOf(alignment, side);
  return new Map(story.components.map((part) => [markId(part, pairs.get(part.position) ?? -1), part.id]));
}

export function differenceOf({ left, right }: Sides): number {
  return (right ?? 0) - (left ?? 0);
}

/** The only side that has it, where there is only one. */
export function oneSide({ left, right }: Sides): 'left' | 'right' | undefined {
  if (left !== undefined && right !== undefined) return undefined;
  return left !== undefined ? 'left' : 'right';
}

function partOf(id: string, known: Sides, measure: 'effect' | 'dla'): StoryPart {
  const { left, right } = known.told;
  const some = right ?? left;
  if (!some) throw new Error(`no side tells of ${id}`);
  const { caption: _, measured: __, ...rest } = some;
  return {
    ...rest,
    id,
    [measure]: differenceOf(known),
    reads: keysOf(left?.reads ?? [], right?.reads ?? []),
    writes: [],
    neurons: [],
    role: 'ranked',
  };
}

/** Heads and MLPs each by size, on their quotas; each shown from its place on. */
function ranked(parts: StoryPart[]): StoryPart[] {
  const size = (part: StoryPart) => Math.abs(part.effect ?? part.dla ?? 0);
  const sorted = [...parts].sort((a, b) => size(b) - size(a) || a.id.localeCompare(b.id));
  const heads = sorted.filter((part) => part.kind === 'head');
  const mlps = sorted.filter((part) => part.kind === 'mlp');
  return parts.map((_, i) => {
    const due = Math.floor((i + 1) * MLPS) > Math.floor(i * MLPS);
    const next = (due ? mlps.shift() : heads.shift()) ?? heads.shift() ?? mlps.shift();
    if (!next) throw new Error('fewer than there are');
    return { ...next, from: i + 1, rank: i + 1 };
  });
}

/** The keys of both with the differences of their effects, the largest first. */
function keysOf(left: readonly StoryKey[], right: readonly StoryKey[]): StoryKey[] {
  const keys = new Map<number, StoryKey>();
  for (const key of right) keys.set(key.position, { ...key, effect: key.effect ?? 0 });
  for (const key of left) {
    const known = keys.get(key.position);
    keys.set(key.position, { ...key, ...known, effect: (known?.effect ?? 0) - (key.effect ?? 0) });
  }
  return [...keys.values()]
    .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0))
    .slice(0, MOST_KEYS);
}

function edgesOf(left: readonly StoryEdge[], right: readonly StoryEdge[], from: ReadonlyMap<string, number>) {
  const edges = new Map<string, StoryEdge>();
  const key = (edge: StoryEdge) => `${edge.source} ${edge.target} ${edge.via} ${edge.position}`;
  const place = (id: string) => from.get(id) ?? Infinity;
  for (const edge of right)
    edges.set(key(edge), { ...edge, from: Math.max(place(edge.source), place(edge.target)) });
  for (const edge of left) {
    const known = edges.get(key(edge));
    edges.set(key(edge), {
      ...edge,
      from: Math.max(place(edge.source), place(edge.target)),
      effect: (known?.effect ?? 0) - edge.effect,
    });
  }
  return [...edges.values()];
}

import type { Story, StoryEdge, StoryKey, StoryPart } from '../api/types';
import { STORY_COUNTS } from '../route/route';

/** Part of what is shown that a key, and that a move between components, must be worth to be drawn. */
export const LEAST_KEY = 0.005;
export const LEAST_MOVE = 0.01;
export const MOST_KEYS = 4;

export interface ShownPart extends StoryPart {
  /** what it amounts to in the story's measure, with its sign; what was measured is of the component at all positions */
  amount: number;
  /** the keys that are drawn: the first is the token that it reads */
  keys: StoryKey[];
  /** of several that the reader made one: by what name, and which */
  group?: { name: string; members: ShownPart[] };
  /** what someone calls the component */
  called?: string;
  /** the circuit that is marked, where the component belongs to it */
  circuit?: string;
  /** what stands in the mark instead of the token it reads */
  detail?: string;
}

export interface Shown {
  parts: ShownPart[];
  edges: StoryEdge[];
  /** sum of |amount| over what is shown */
  amount: number;
  /** whether a component counts once, and not at each position */
  once: boolean;
  /** of the sum over everything */
  portion: number;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * What of the story is drawn with so many ranked components.
 *
 * @param kept ids of what is drawn however few they are
 */
export function prune(story: Story, count: number, kept = NONE): Shown {
  const there = story.components.filter((part) => part.from <= count || kept.has(part.id));
  const weight = there.reduce((sum, part) => sum + Math.abs(estimateOf(story, part)), 0);
  const parts = there.map((part) => ({
    ...part,
    amount: amountOf(story, part),
    keys: keysOf(story, part, weight),
  }));
  const once = story.measure === 'measured';
  const amount = totalOf(parts, once);
  const ids = new Map(parts.map((part) => [part.id, part]));
  const edges = story.edges.filter((edge) => {
    const [source, target] = [ids.get(edge.source), ids.get(edge.target)];
    const asked = edge.from <= count || kept.has(edge.source) || kept.has(edge.target);
    if (!source || !target || !asked) return false;
    return Math.abs(edge.effect) >= LEAST_MOVE * weight || source.rank === undefined;
  });
  return { parts, edges, amount, once, portion: story.totals.amount > 0 ? amount / story.totals.amount : 0 };
}

function amountOf(story: Story, part: StoryPart): number {
  return (story.measure === 'measured' ? part.measured?.effect : estimateOf(story, part)) ?? 0;
}

/** What it does at its position, of which its keys and movers are a part: always an estimate. */
function estimateOf(story: Story, part: StoryPart): number {
  return (story.measure === 'dla' ? part.dla : part.effect) ?? 0;
}

/** Sum of |amount|; what was measured counts once, at however many positions a component is drawn. */
export function totalOf(parts: readonly ShownPart[], once: boolean): number {
  const counted = once ? [...new Map(parts.map((part) => [part.name, part])).values()] : parts;
  return counted.reduce((sum, part) => sum + Math.abs(part.amount), 0);
}

/** The first, the caption's, and what else is worth a part of what is shown; without effects, half of the output and more. */
function keysOf(story: Story, part: StoryPart, shown: number): StoryKey[] {
  const worth = (key: StoryKey) =>
    story.measure === 'dla' ? (key.share ?? 0) >= 0.25 : Math.abs(key.effect ?? 0) >= LEAST_KEY * shown;
  const kept = part.reads.filter((key, i) => i === 0 || key.position === part.caption?.key || worth(key));
  return kept.slice(0, MOST_KEYS + 1);
}

/** The number of ranked components that a story can show, at most. */
export function mostOf(story: Story): number {
  return Math.min(STORY_COUNTS.most, Math.max(1, story.totals.ranked));
}

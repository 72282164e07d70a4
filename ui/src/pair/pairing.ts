import type { AlignedPair, Story, StoryPart } from '../api/types';
import { visibleToken } from '../tokens/tokenText';

export type Side = 'left' | 'right';

/** Where a position of one prompt stands among the pairs of both. */
export function pairOf(alignment: readonly AlignedPair[], side: Side): Map<number, number> {
  return new Map(
    alignment.flatMap((pair, i) => {
      const token = pair[side];
      return token ? [[token.index, i] as const] : [];
    }),
  );
}

/** What a component at a pair is called, whichever side it is of. */
export function markId(part: Pick<StoryPart, 'name'>, pair: number): string {
  return `${pair} ${part.name}`;
}

/**
 * A story told over the pairs of two prompts: positions are pairs, and ids those of marks, so that what both sides do at one token has one id. What stands
 * at a position that the alignment does not have (after the target) is left out.
 */
export function onPairs(story: Story, alignment: readonly AlignedPair[], side: Side): Story {
  const pairs = pairOf(alignment, side);
  const ids = new Map<string, string>();
  const at = (position: number) => pairs.get(position) ?? -1;
  for (const part of story.components) ids.set(part.id, markId(part, at(part.position)));
  return {
    ...story,
    targetPosition: at(story.targetPosition),
    positions: alignment.map((pair, index) => ({ index, text: pair[side]?.text ?? '' })),
    components: story.components
      .filter((part) => at(part.position) >= 0)
      .map((part) => ({
        ...part,
        id: markId(part, at(part.position)),
        position: at(part.position),
        reads: part.reads
          .filter((key) => at(key.position) >= 0)
          .map((key) => ({ ...key, position: at(key.position) })),
        ...(part.caption && { caption: { ...part.caption, key: at(part.caption.key) } }),
      })),
    edges: story.edges.flatMap((edge) => {
      const [source, target] = [ids.get(edge.source), ids.get(edge.target)];
      if (source === undefined || target === undefined || at(edge.position) < 0) return [];
      return { ...edge, source, target, position: at(edge.position) };
    }),
  };
}

/** "␣Mary", or "␣John→␣Mary" where the right has another token, and ∅ for none. */
export function pairText({ left, right, same }: AlignedPair): string {
  const text = (token: { text: string } | undefined) => (token ? visibleToken(token.text) : '∅');
  return same && left ? left.text : `${text(left)}→${text(right)}`;
}

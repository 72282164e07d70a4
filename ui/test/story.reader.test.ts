import { describe, expect, it } from 'vitest';
import type { Story, StoryPart } from '../src/api/types';
import type { Act } from '../src/route/route';
import { asArranged, byReader, keptBy } from '../src/story/byReader';
import { chainText } from '../src/story/ChainsBox';
import { layOut } from '../src/story/layout/layout';
import { prune } from '../src/story/prune';
import { countText, sentence } from '../src/story/sentences';
import { strongestChains, type Point } from '../src/story/strongestChains';
import { STORIES } from './fixture/story';
import { syntheticStory } from './fixture/syntheticStory';

const part = (id: string, layer: number, position: number, effect: number): StoryPart => ({
  id,
  kind: 'head',
  name: id,
  layer,
  head: 0,
  position,
  from: 1,
  role: 'ranked',
  rank: 1,
  effect,
  reads: [],
  writes: [],
  neurons: [],
});
const key = (position: number, effect: number) => ({ position, weight: 0.5, effect, share: 0.5 });
const move = (source: string, target: string, effect: number) => ({
  source,
  target,
  via: 'query' as const,
  position: 3,
  effect,
  from: 1,
});

/** a moves b and c, b moves d strongly, c moves d, e does nothing; a reads token 1. */
const STORY: Story = {
  ...syntheticStory(5, 4),
  components: [
    { ...part('a', 0, 3, 1), reads: [key(1, 0.8)] },
    part('b', 1, 3, 2),
    part('c', 2, 3, -4),
    part('d', 3, 3, 5),
    { ...part('e', 4, 3, 0.1), from: 30 },
  ],
  edges: [
    move('a', 'b', 0.5),
    move('a', 'c', 0.2),
    move('b', 'd', 1),
    move('c', 'd', -2),
    move('a', 'd', -0.15),
  ],
};
const LOOK = { width: 1000, height: 600, openLayers: new Set<number>(), openPositions: new Set<number>() };

describe('chains', () => {
  const shown = prune(STORY, 8);
  const layout = layOut(STORY, shown, LOOK);
  const chains = (one: Point, other: Point) =>
    strongestChains(layout.pills, layout.edges, [one, other], STORY.targetPosition);
  const paths = (one: Point, other: Point) =>
    chains(one, other).map((chain) => chain.edges.map((edge) => edge.target ?? 'answer').join(' '));

  it('go by what goes along each edge, strongest first', () => {
    // a b d: 0.5 of a's, of which b sends on 1 of its 2; a c d: 0.2, of which c sends on -2 of its -4
    expect(paths('a', 'd')).toEqual(['b d', 'd', 'c d']);
    const effects = chains('a', 'd').map((chain) => chain.effect.toFixed(6));
    expect(effects).toEqual(['0.250000', '-0.150000', '0.100000']);
  });
  it('are the same from either end', () => expect(chains('d', 'a')).toEqual(chains('a', 'd')));
  it('begin at a token', () => {
    const [first] = chains(1, 'd');
    expect(first?.effect).toBeCloseTo(0.8 * 0.5 * 0.5); // its key's effect, half of a to b, half of b to d
    expect(first && chainText(STORY, layout, first)).toBe(
      '␣token1 → 0.0 → 1.0 → 3.0: +0.200 = +0.800 × 50.0% × 50.0%',
    );
  });
  it('end at the answer, with what goes to none that is drawn', () => {
    const [first] = chains('b', STORY.targetPosition);
    expect(first?.edges.map((edge) => edge.kind)).toEqual(['query', 'out']);
    expect(chains('b', STORY.targetPosition).reduce((sum, chain) => sum + chain.effect, 0)).toBeCloseTo(2);
  });
  it('are three at the most, and none where no edge leads', () => {
    expect(chains('a', STORY.targetPosition)).toHaveLength(3);
    expect(chains('b', 'c')).toEqual([]);
    expect(chains(2, 'd')).toEqual([]);
  });
  it('of real stories are along drawn edges, end to end', () => {
    const story = STORIES['smollm2-14'];
    if (!story) throw new Error('no story');
    const real = layOut(story, prune(story, 60), LOOK);
    const found = real.pills.flatMap((pill) =>
      strongestChains(real.pills, real.edges, [pill.id, story.targetPosition], story.targetPosition),
    );
    expect(found.length).toBeGreaterThan(10);
    for (const { edges, effect, first, parts } of found) {
      edges.forEach((edge, i) => i > 0 && expect(edge.source).toBe(edges[i - 1]?.target));
      expect(parts.reduce((product, each) => product * each, first)).toBeCloseTo(effect);
    }
  });
});

describe('what the reader does', () => {
  const drawn = (...acts: Act[]) => {
    const reader = byReader(acts);
    return asArranged(prune(STORY, 8, keptBy(reader)), reader);
  };
  const ids = (...acts: Act[]) => drawn(...acts).parts.map((each) => each.id);
  const pin = (id: string): Act => ({ do: 'pin', id });
  const hide = (id: string): Act => ({ do: 'hide', id });
  const group = (name: string): Act => ({ do: 'group', name });

  it('hides a mark with its edges, and says so', () => {
    expect(ids(hide('b'))).toEqual(['a', 'c', 'd']);
    expect(drawn(hide('b')).edges.every((edge) => edge.source !== 'b' && edge.target !== 'b')).toBe(true);
    expect(countText(STORY, drawn(hide('b')), byReader([hide('b')]))).toMatch(
      /^3 components = .*, without 1 that the reader hid$/,
    );
  });
  it('pins what would not be shown, and a second time takes the pin away', () => {
    expect(ids()).not.toContain('e');
    expect(ids(pin('e'))).toContain('e');
    expect(ids(pin('e'), pin('e'))).not.toContain('e');
    expect(byReader([pin('a'), hide('a')]).pinned).toEqual([]);
  });
  it('makes one mark of all that is pinned, with the sum of amounts and of edges', () => {
    const { parts, edges } = drawn(pin('b'), pin('c'), group('movers'));
    const [made] = parts;
    expect(parts.map((each) => each.id)).toEqual(['group-1', 'a', 'd']);
    expect(made).toMatchObject({ amount: -2, layer: 2, position: 3, group: { name: 'movers' } });
    const effects = Object.fromEntries(edges.map((edge) => [`${edge.source} ${edge.target}`, edge.effect]));
    expect(effects['a group-1']).toBeCloseTo(0.7);
    expect(effects['group-1 d']).toBeCloseTo(-1);
    expect(made && sentence(STORY, drawn(), made)).toBe(
      'group movers, lowers the difference by 2.000: 1.0 (+2.000), 2.0 (−4.000)',
    );
  });
  it('groups groups, and hides them', () => {
    const acts = [pin('b'), pin('c'), group('one'), pin('group-1'), pin('a'), group('two')];
    expect(ids(...acts)).toEqual(['group-2', 'd']);
    expect(ids(...acts, hide('group-2'))).toEqual(['d']);
    expect(byReader([group('none')]).groups).toEqual([]);
  });
  it('draws a group as one pill, no pill over another', () => {
    const story = STORIES['smollm2-14'];
    if (!story) throw new Error('no story');
    const [one, two, three] = prune(story, 24).parts.map((each) => each.id);
    const acts = [one, two, three].map((id): Act => pin(id ?? ''));
    const reader = byReader([...acts, group('a group with a long name')]);
    const layout = layOut(story, asArranged(prune(story, 24, keptBy(reader)), reader), LOOK);
    const made = layout.byId.get('group-1');
    expect(made?.detail).toBe('×3');
    expect(made?.name).toMatch(/…$/);
    for (const [i, a] of layout.pills.entries())
      for (const b of layout.pills.slice(i + 1))
        expect(
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
        ).toBe(true);
  });
});

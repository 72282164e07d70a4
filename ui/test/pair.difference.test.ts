import { describe, expect, it } from 'vitest';
import type { AlignedPair, ComparedRow, Story, StoryPart } from '../src/api/types';
import { layOut } from '../src/story/layout/layout';
import { difference } from '../src/pair/difference';
import { detailOf, inView, scaleOf, shortAmount, shownMarks } from '../src/pair/marks';
import { countText, markSentence } from '../src/pair/words';
import { syntheticStory } from './fixture/syntheticStory';

const part = (name: string, layer: number, position: number, effect: number, key?: number): StoryPart => ({
  id: `L${layer}P${position}.${name}`,
  kind: name.endsWith('mlp') ? 'mlp' : 'head',
  name,
  layer,
  ...(!name.endsWith('mlp') && { head: 0 }),
  position,
  from: 1,
  role: 'ranked',
  rank: 1,
  effect,
  reads: key === undefined ? [] : [{ position: key, weight: 0.5, effect: effect / 2, share: 0.5 }],
  writes: [],
  neurons: [],
});
const story = (trace: string, tokens: string[], components: StoryPart[]): Story => ({
  ...syntheticStory(5, tokens.length),
  trace,
  measure: 'effect',
  measures: ['effect'],
  positions: tokens.map((text, index) => ({ index, text })),
  targetPosition: tokens.length - 1,
  components,
  edges: [],
});
const token = (text: string, index: number) => ({ id: index, index, text });
/** "a b d" beside "a c x d": b and c are paired, x has no counterpart. */
const ALIGNMENT: AlignedPair[] = [
  { left: token('a', 0), right: token('a', 0), same: true, target: false },
  { left: token('b', 1), right: token('c', 1), same: false, target: false },
  { right: token('x', 2), same: false, target: false },
  { left: token('d', 2), right: token('d', 3), same: true, target: true },
];
const LEFT = story(
  'l',
  ['a', 'b', 'd'],
  [part('L1H0', 1, 2, 3, 1), part('L2H0', 2, 2, 1), part('L3.mlp', 3, 2, -1)],
);
const RIGHT = story(
  'r',
  ['a', 'c', 'x', 'd'],
  [part('L1H0', 1, 3, -1, 1), part('L4H0', 4, 3, 2), part('L0H0', 0, 2, 0.5)],
);
const ROWS: ComparedRow[] = [
  {
    name: 'L2H0',
    kind: 'head',
    layer: 2,
    head: 0,
    pair: 3,
    figures: { effect: { left: 1, right: 0.25, difference: -0.75 } },
  },
  { name: 'L4H0', kind: 'head', layer: 4, head: 0, pair: 3, figures: { effect: { right: 2 } } },
];
const differing = difference(LEFT, RIGHT, ALIGNMENT, ROWS);
const amountOf = (id: string) => differing.story.components.find((each) => each.id === id)?.effect;

describe('the difference of two stories', () => {
  it('is right minus left where both tell of a component at the same pair', () =>
    expect(amountOf('3 L1H0')).toBe(-4));

  it('takes what one story does not tell of from the rows', () => expect(amountOf('3 L2H0')).toBe(-0.75));

  it('knows an MLP in the rows by its layer, whatever it is called there', () => {
    const row = { name: 'mlp_out L3', kind: 'mlp' as const, layer: 3, pair: 3 };
    const rows = [{ ...row, figures: { effect: { left: -1, right: -3, difference: -2 } } }];
    const { story } = difference(LEFT, RIGHT, ALIGNMENT, rows);
    expect(story.components.find((each) => each.id === '3 L3.mlp')?.effect).toBe(-2);
  });

  it('is all that is known where the other side keeps nothing', () => {
    expect(amountOf('3 L4H0')).toBe(2);
    expect(amountOf('2 L0H0')).toBe(0.5);
    expect(amountOf('3 L3.mlp')).toBe(1);
  });

  it('puts what differs most first, heads and MLPs on quotas', () => {
    const order = differing.story.components.map(({ id, from }) => `${id} ${from}`);
    expect(order).toEqual(['3 L1H0 1', '3 L4H0 2', '3 L2H0 3', '3 L3.mlp 4', '2 L0H0 5']);
  });

  it('has the tokens of both in its axis', () =>
    expect(differing.story.positions.map((each) => each.text)).toEqual(['a', 'b→c', '∅→x', 'd']));

  it('knows the node of a mark in either trace', () => {
    expect(differing.nodes.left.get('3 L1H0')).toBe('L1P2.L1H0');
    expect(differing.nodes.right.get('3 L1H0')).toBe('L1P3.L1H0');
  });
});

describe('its marks', () => {
  const shown = shownMarks(differing, 24);
  const sentenceOf = (id: string) => {
    const mark = shown.parts.find((each) => each.id === id);
    return mark ? markSentence(differing, mark) : '';
  };

  it('say figures with a sign, a side what it reads there, and nothing for what it does not have', () => {
    expect(detailOf(differing, '3 L1H0', 'difference')).toBe('−4.00');
    expect(detailOf(differing, '3 L1H0', 'left')).toBe('b');
    expect(detailOf(differing, '3 L1H0', 'right')).toBe('c');
    expect(detailOf(differing, '3 L4H0', 'left')).toBe('–');
    expect([0.004, -0.25, 123.4].map((value) => shortAmount(value))).toEqual(['±0', '−0.25', '+123']);
    expect([0.04, -1.26].map((value) => shortAmount(value, 1))).toEqual(['±0', '−1.3']);
  });

  it('are told in words', () => {
    expect(sentenceOf('3 L1H0')).toBe(
      "head 1.0 at 'd': on the left +3.000 reading 'b' (0.50), on the right −1.000 reading 'c' (0.50); right minus left −4.000",
    );
    expect(sentenceOf('2 L0H0')).toBe(
      "head 0.0 at '∅→x': on the right +0.500; on the left there is no such token",
    );
    expect(sentenceOf('3 L4H0')).toContain('; not kept on the left');
    // 4 + 2 + 0.75 + 1 + 0.5 of 8.25
    expect(countText(differing, shown)).toMatch(/^5 that differ most = 100% of all differences told/);
  });

  it('stand at one place in every view, sides on one scale', () => {
    const look = {
      width: 1200,
      height: 600,
      openLayers: new Set<number>(),
      openPositions: new Set<number>(),
    };
    const layout = layOut(differing.story, shown, look);
    const [all, left] = (['difference', 'left'] as const).map((view) => inView(layout, differing, view));
    const places = (of: typeof layout | undefined) =>
      of?.pills.map(({ id, x, y, width }) => [id, x, y, width]);
    expect(places(left)).toEqual(places(all));
    expect(left?.byId.get('3 L1H0')?.part.amount).toBe(3);
    // the left reads b at pair 1 with half of its effect
    expect(left?.edges.find((edge) => edge.kind === 'attend')?.amount).toBe(1.5);
    expect(all?.edges.find((edge) => edge.kind === 'attend')?.amount).toBe(-2);
    expect(scaleOf(shown, differing, 'left')).toBe(3);
    expect(scaleOf(shown, differing, 'difference')).toBe(4);
  });
});

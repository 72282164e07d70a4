import { describe, expect, it } from 'vitest';
import type { Story, StoryEdge, StoryPart } from '../src/api/types';
import { pathsFrom, pathsTo } from '../src/story/chains';
import { layOut } from '../src/story/layout/layout';
import { nearest } from '../src/story/nearest';
import { step } from '../src/story/navigate';
import { prune } from '../src/story/prune';
import { lastWords, sentence, titleText } from '../src/story/sentences';
import { syntheticStory } from './fixture/syntheticStory';

const part = (id: string, more: Partial<StoryPart>): StoryPart => ({
  id,
  kind: 'head',
  name: id,
  layer: 0,
  head: 0,
  position: 3,
  from: 1,
  role: 'ranked',
  rank: 1,
  effect: 1,
  reads: [],
  writes: [],
  neurons: [],
  ...more,
});
const key = (position: number, effect: number) => ({ position, weight: 0.5, effect, share: 0.5 });

/** Four tokens and three layers: 2.0 and 2.1 read token 1, 2.1 also token 2; 0.0 moves the query of 2.1, and 1.0 at token 1 wrote what 2.0 reads. */
const STORY: Story = {
  ...syntheticStory(3, 4),
  components: [
    part('a', {
      layer: 2,
      head: 0,
      effect: 4,
      reads: [key(1, 3)],
      caption: { text: 'copies the answer', key: 1, weight: 0.5 },
    }),
    part('b', { layer: 2, head: 1, effect: -2, reads: [key(1, -1), key(2, -0.5)] }),
    part('c', { layer: 0, head: 0, effect: 0.5, reads: [key(3, 0.5)] }),
    part('d', { layer: 1, head: 0, position: 1, effect: 0.25, reads: [key(0, 0.2)] }),
  ],
  edges: [
    { source: 'c', target: 'b', via: 'query', position: 3, effect: -0.5, from: 1 },
    { source: 'd', target: 'a', via: 'value', position: 1, effect: 0.4, from: 1 },
  ] satisfies StoryEdge[],
};
const shown = prune(STORY, 8);
const layout = layOut(STORY, shown, {
  width: 1000,
  height: 490,
  openLayers: new Set(),
  openPositions: new Set(),
});
const pill = (id: string) => {
  const found = layout.byId.get(id);
  if (!found) throw new Error(`${id} is not drawn`);
  return found;
};
const edge = (id: string) => {
  const found = layout.edges.find((each) => each.id === id);
  if (!found) throw new Error(`there is no edge ${id}`);
  return found;
};

describe('rows and pills', () => {
  // 490 - 50 above - 40 below = 400, in three lines, of which none is higher than 110
  it('share the height', () => expect(layout.rows.map((row) => row.height)).toEqual([110, 110, 110]));
  it('stand in the order of their heads, the last 10 px before the stream, 6 apart', () => {
    const trunk = layout.columns.at(-1)?.trunk ?? 0;
    expect(pill('b').x + pill('b').width).toBeCloseTo(trunk - 10);
    expect(pill('a').x + pill('a').width).toBeCloseTo(pill('b').x - 6);
    expect(pill('a').y).toBe(pill('b').y);
  });
});

describe('edges', () => {
  it('of one line to one key leave its stream as one bundle', () => {
    const [a, b, other] = ['a 1', 'b 1', 'b 2'].map((id) => edge(id).corners[0]);
    expect(a).toEqual(b);
    expect(other?.x).toBeGreaterThan(a?.x ?? 0);
    expect((other?.y ?? 0) - (a?.y ?? 0)).toBeCloseTo(2.6);
  });
  it('enter the first pill from the left, and others from below', () => {
    expect(edge('a 1').corners.at(-1)).toEqual({ x: pill('a').x, y: pill('a').y + pill('a').height / 2 });
    expect(edge('b 1').corners.at(-1)?.y).toBe(pill('b').y + pill('b').height);
  });
  it('between components of one position go straight where nothing is between', () => {
    const corners = edge('c b query 3').corners;
    expect(corners[0]?.y).toBe(pill('c').y);
    expect(corners.at(-1)?.y).toBe(pill('b').y + pill('b').height);
  });
  it('of what wrote a value go by the stream of its position', () => {
    const trunk = layout.columns.find((column) => column.from === 1)?.trunk ?? 0;
    expect(edge('d a value 1').corners.filter(({ x }) => x > trunk && x < trunk + 3)).toHaveLength(2);
  });
});

describe('streams', () => {
  it('rise to where they are last read, the target to the top', () => {
    const top = (position: number) => layout.trunks.find((trunk) => trunk.position === position)?.top;
    expect(top(3)).toBe(0);
    expect(top(1)).toBeCloseTo(edge('a 1').corners[0]?.y ?? 0);
    expect(top(0)).toBeCloseTo(edge('d 0').corners[0]?.y ?? 0);
  });
});

describe('captions', () => {
  it('stand before the pills of a line, with the name where not all do it', () => {
    const [caption] = layout.captions;
    expect(caption?.text).toBe('2.0 copies the answer');
    expect(caption?.x).toBeCloseTo(pill('a').x - 20);
  });
});

describe('the pointer', () => {
  const at = (x: number, y: number) => nearest(layout.pills, layout.edges, { x, y });
  it('takes the pill it is on', () => expect(at(pill('a').x + 5, pill('a').y + 5).pill?.id).toBe('a'));
  it('takes an edge that is nearer than a pill', () =>
    expect(at((edge('a 1').corners[0]?.x ?? 0) + 40, (edge('a 1').corners[0]?.y ?? 0) - 2).edge?.id).toBe(
      'a 1',
    ));
  it('takes nothing that is 24 px away', () => expect(at(20, 20)).toEqual({}));
});

describe('keys', () => {
  const to = (id: string, way: Parameters<typeof step>[3]) =>
    step(layout.pills, layout.edges, pill(id), way)?.id;
  it('go along drawn edges', () => {
    expect(to('c', 'up')).toBe('b');
    expect(to('b', 'down')).toBe('c');
    expect(to('a', 'down')).toBe('d');
    expect(to('c', 'strongest')).toBe('b');
  });
  it('go along the row, and by size', () => {
    expect(to('a', 'right')).toBe('b');
    expect(to('b', 'left')).toBe('a');
    expect(to('a', 'weaker')).toBe('b');
    expect(to('d', 'stronger')).toBe('c');
    expect(to('a', 'stronger')).toBeUndefined();
  });
});

describe('paths', () => {
  const ids = (edges: { id: string }[]) => edges.map((each) => each.id).sort();
  it('lead from a token to all that it comes to', () =>
    expect(ids(pathsFrom(2, layout.pills, layout.edges))).toEqual(['b 2', 'b out']));
  it('lead to the answer from all that it comes from', () => {
    const back = ids(pathsTo(3, layout.pills, layout.edges));
    expect(back).toContain('d 0');
    expect(back).toContain('c b query 3');
  });
});

describe('words', () => {
  const words = (id: string) => {
    const found = shown.parts.find((each) => each.id === id);
    return found && sentence(STORY, shown, found);
  };
  it('say what a head reads, does and is moved by', () => {
    expect(words('b')).toBe(
      "head 2.1 at '␣token3' reads '␣token1' (0.50), lowers the difference by 2.000, moved by 0.0 (−0.500)",
    );
  });
  it('take the end of a long prompt', () => {
    expect(lastWords('one two three', 20)).toBe('one two three');
    expect(lastWords('one two three four', 8)).toBe('… four');
  });
  it('give way to what is explained where a title has little room', () => {
    const story = { ...syntheticStory(4, 3), target: ' Mary', distractor: ' John' };
    expect(titleText(story, 'Then John gave a drink to', 900)).toBe(
      'Then John gave a drink to → ␣Mary rather than ␣John',
    );
    // 26 characters after the prompt's, of 0.62 * 13 px each, leave room for 17
    expect(titleText(story, 'Then John gave a drink to', 360)).toBe(
      '… gave a drink to → ␣Mary rather than ␣John',
    );
    expect(titleText(story, 'Then John gave a drink to', 100)).toMatch(/…$/);
  });
});

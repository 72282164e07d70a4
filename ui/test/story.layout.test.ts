import { describe, expect, it } from 'vitest';
import { columnsOf, type Need } from '../src/story/layout/columns';
import { barHeight, barLength, distractorIn, gutterOf } from '../src/story/layout/gutter';
import { layOut } from '../src/story/layout/layout';
import { along, distanceTo, rounded } from '../src/story/layout/paths';
import { pillHeight } from '../src/story/layout/pills';
import { FOLD, rowName, rowsOf } from '../src/axes/rows';
import { fitting, textWidth } from '../src/common/text';
import { prune } from '../src/story/prune';
import { STORIES } from './fixture/story';
import { syntheticStory } from './fixture/syntheticStory';

describe('rows', () => {
  it('fold layers without pills, and share what is left by lines', () => {
    const { rows, height } = rowsOf(
      8,
      new Map([
        [7, 2],
        [3, 1],
        [0, 1],
      ]),
      new Set(),
      226,
    );
    expect(rows.map(rowName)).toEqual(['L7', 'L4–6', 'L3', 'L1–2', 'L0']);
    expect(rows.map((row) => row.height)).toEqual([100, FOLD, 50, FOLD, 50]); // (226 - 2 * 13) / 4 lines
    expect(rows.map((row) => row.y)).toEqual([0, 100, 113, 163, 176]);
    expect(height).toBe(226);
  });
  it('are never lower than 24 px a line, and then higher together than the panel', () => {
    const { rows, height } = rowsOf(
      30,
      new Map(Array.from({ length: 30 }, (_, i) => [i, 1])),
      new Set(),
      500,
    );
    expect(rows.every((row) => row.height === 24)).toBe(true);
    expect(height).toBe(720);
  });
  it('are not folded where the reader opened them', () =>
    expect(rowsOf(4, new Map([[3, 1]]), new Set([1]), 200).rows.map(rowName)).toEqual([
      'L3',
      'L2',
      'L1',
      'L0',
    ]));
});

describe('columns', () => {
  const need = (position: number, slots: number, used: boolean): Need => ({
    position,
    slots,
    used,
    token: 30,
    pill: 80,
  });

  it('give pills their width, and share what is left, most where captions stand', () => {
    // pills: 2 * 86 + 10 + 12 = 194, read: 2 * 18 = 36, idle: 18; 500 - 248 = 252 are left, in parts of 7
    const { columns, width } = columnsOf(
      [need(0, 0, true), need(1, 0, false), need(2, 2, true)],
      500,
      new Set(),
    );
    expect(columns.map((column) => column.kind)).toEqual(['read', 'idle', 'parts']);
    expect(columns.map((column) => Math.round(column.width))).toEqual([108, 54, 338]);
    expect(columns[2]?.trunk).toBeCloseTo(500 - 12);
    expect(width).toBeCloseTo(500);
  });
  it('make a gap of what nothing is drawn in where there is no room', () => {
    const needs = [
      need(0, 0, true),
      ...Array.from({ length: 20 }, (_, i) => need(i + 1, 0, false)),
      need(21, 1, true),
    ];
    const { columns } = columnsOf(needs, 300, new Set());
    expect(columns.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['read', 0, 0],
      ['gap', 1, 20],
      ['parts', 21, 21],
    ]);
  });
});

describe('pills', () => {
  it('leave room for edges in a low line, and do not grow without end', () => {
    expect(pillHeight(24)).toBe(15);
    expect(pillHeight(100)).toBe(26);
  });
});

describe('bars', () => {
  it.each([
    [1, 1],
    [1e-3, 0.5],
    [1e-6, 0],
    [1e-9, 0],
    [undefined, 0],
  ])('of P = %j are %d long', (probability, length) => expect(barLength(probability)).toBeCloseTo(length));
});

describe('the distractor in the gutter', () => {
  const story = { ...syntheticStory(4, 3), metricValue: 2, targetProbability: 0.5 };
  const state = { id: 'L3P2.post', layer: 3, targetProbability: 0.5 };
  it('is what the state keeps', () =>
    expect(distractorIn(story, { ...state, distractorProbability: 0.1 })).toBe(0.1));
  it('follows from the difference of the logits after the last layer', () =>
    expect(distractorIn(story, state)).toBeCloseTo(0.5 / Math.exp(2)));
  it('is not known in other states, nor where there is none', () => {
    expect(distractorIn(story, { ...state, layer: 2 })).toBeUndefined();
    const { distractor: _, ...alone } = story;
    expect(distractorIn({ ...alone, metric: 'logit' }, state)).toBeUndefined();
  });
  it('agrees with what the last state keeps, where it does', () => {
    const told = STORIES['sample-15'];
    const last = told?.lens.at(-1);
    if (!told || !last) throw new Error('no story');
    const { distractorProbability: kept, ...without } = last;
    expect(distractorIn(told, without)).toBeCloseTo(kept ?? 0, 6);
  });
});

describe('the gutter', () => {
  const states = [0, 1, 2, 3].map((layer) => ({ id: `L${layer}P2.post`, layer, token: ` ${layer}` }));
  const story = { ...syntheticStory(4, 3), lens: states };
  it('has a line a row, and what is said in the end also where the last layer is in a fold', () => {
    const { rows } = rowsOf(4, new Map([[1, 1]]), new Set(), 300);
    expect(rows.map(rowName)).toEqual(['L2–3', 'L1', 'L0']);
    const lines = gutterOf(rows, story);
    expect(lines.map(({ row, state }) => [rowName(row), state?.token])).toEqual([
      ['L2–3', ' 3'],
      ['L1', ' 1'],
    ]);
    const [top] = lines;
    if (!top) throw new Error('no line');
    expect(2 * barHeight(top.row) + 2).toBeLessThanOrEqual(FOLD); // two bars within it
  });
});

describe('narrow panels', () => {
  it('have tokens aslant before pills stand one above the other, and gaps that open', () => {
    const story = STORIES['smollm2-14'];
    if (!story) throw new Error('no story');
    const look = { height: 590, openLayers: new Set<number>(), openPositions: new Set<number>() };
    const draw = (width: number) => layOut(story, prune(story, 24), { ...look, width });
    expect(draw(1600).labels.filter((label) => label.column.kind === 'read' && label.aslant)).toEqual([]);
    expect(draw(1252).labels.some((label) => label.column.kind === 'read' && label.aslant)).toBe(true);
  });
  it('that lack a few px have narrower pills, so that none is cut; those that lack more scroll', () => {
    const story = STORIES['smollm2-14'];
    if (!story) throw new Error('no story');
    const look = { height: 590, openLayers: new Set<number>(), openPositions: new Set<number>() };
    const draw = (width: number) => layOut(story, prune(story, 24), { ...look, width });
    const widest = (width: number) => Math.max(...draw(width).pills.map((pill) => pill.width));
    expect(widest(1060)).toBe(78);
    expect(draw(1000).width).toBeCloseTo(1000);
    expect(widest(1000)).toBeLessThan(78);
    expect(draw(900).width).toBeGreaterThan(900);
    expect(widest(900)).toBe(78);
  });
});

describe('paths', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 20, y: 0 },
    { x: 20, y: 20 },
  ];
  it('have round corners', () => expect(rounded(corner)).toBe('M0 0L14 0Q20 0 20 6L20 20'));
  it('are measured along their pieces', () => {
    expect(along(corner, 10)).toHaveLength(5);
    expect(distanceTo(corner, { x: 10, y: 5 })).toBe(5);
    expect(distanceTo(corner, { x: 23, y: 24 })).toBe(5);
  });
});

describe('text', () => {
  it('is as wide as its characters, wide ones twice', () =>
    expect(textWidth('日本', 10, 'mono')).toBe(textWidth('abcd', 10, 'mono')));
  it('is cut where it does not fit', () => {
    expect(fitting('abcdefgh', 30, 10, 'mono')).toBe('abc…');
    expect(fitting('abc', 30, 10, 'mono')).toBe('abc');
  });
});

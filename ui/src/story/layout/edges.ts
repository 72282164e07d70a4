import type { StoryKey } from '../../api/types';
import { columnOf } from '../../axes/columns';
import type { Column } from './columns';
import type { Point } from './paths';
import type { Pill } from './pills';

export type EdgeKind = 'attend' | 'query' | 'key' | 'value' | 'feeds' | 'out';

export interface Edge {
  id: string;
  kind: EdgeKind;
  /** the pill that it leaves; of an attended key none */
  source: string | undefined;
  /** the pill that it enters; of what goes into the stream none */
  target: string | undefined;
  /** of the key, where it leaves a trunk */
  position: number;
  /** in the story's measure, with its sign */
  amount: number;
  key?: StoryKey;
  corners: Point[];
}

/** Edges of one line to one key run as one bundle this far below those to another key. */
const BUNDLE = 2.6;
const INTO_LEFT = 12;

export interface Place {
  pills: readonly Pill[];
  byId: ReadonlyMap<string, Pill>;
  columns: readonly Column[];
}

/** From the trunk at the key, along the lane below the line, and up into the pill: under no other. */
export function attendEdges(place: Place): Edge[] {
  const bundles = bundlesOf(place.pills);
  return place.pills.flatMap((pill) =>
    pill.part.keys.flatMap((key, i) => {
      const column = columnOf(place.columns, key.position);
      if (!column) return [];
      const lane = laneTo(pill, key.position, bundles);
      return {
        id: `${pill.id} ${key.position}`,
        kind: 'attend' as const,
        source: undefined,
        target: pill.id,
        position: key.position,
        amount: key.effect ?? key.share ?? 0,
        key,
        corners: [{ x: column.trunk, y: lane }, ...into(pill, lane, i, column.trunk, place.pills)],
      };
    }),
  );
}

/** Into the left side where nothing stands before it, else from below. */
export function into(pill: Pill, lane: number, nth: number, from: number, pills: readonly Pill[]): Point[] {
  const first = !pills.some(
    (other) => other.y === pill.y && other.x < pill.x && other.x > pill.x - 1.5 * pill.width - INTO_LEFT,
  );
  if (first && from < pill.x - INTO_LEFT && nth < 3) {
    const bend = pill.x - INTO_LEFT;
    return [
      { x: bend - 4, y: lane },
      { x: bend + 4, y: pill.y + pill.height / 2 },
      { x: pill.x, y: pill.y + pill.height / 2 },
    ];
  }
  const x = pill.x + 10 + 6 * nth;
  return [
    { x, y: lane },
    { x, y: pill.y + pill.height },
  ];
}

/** Which keys each line of a layer reads, from left to right: each has a bundle of its own. */
export function bundlesOf(pills: readonly Pill[]): Map<string, number[]> {
  const bundles = new Map<string, number[]>();
  for (const pill of pills) {
    const line = lineOf(pill);
    const known = bundles.get(line) ?? [];
    bundles.set(
      line,
      [...new Set([...known, ...pill.part.keys.map((key) => key.position)])].sort((a, b) => a - b),
    );
  }
  return bundles;
}

function lineOf(pill: Pill): string {
  return `${pill.part.layer}/${pill.line}`;
}

export function laneTo(pill: Pill, key: number, bundles: ReadonlyMap<string, number[]>): number {
  const keys = bundles.get(lineOf(pill)) ?? [];
  const room = (pill.laneBelow - pill.y - pill.height) * 1.2;
  const step = Math.min(BUNDLE, room / Math.max(1, keys.length));
  return pill.laneBelow + (keys.indexOf(key) - (keys.length - 1) / 2) * step;
}

/** What a component adds goes into the stream of its position: straight where it stands next to it, else above the others. */
export function outEdges(place: Place): Edge[] {
  return place.pills.flatMap((pill) => {
    const column = columnOf(place.columns, pill.part.position);
    if (!column) return [];
    return {
      id: `${pill.id} out`,
      kind: 'out' as const,
      source: pill.id,
      target: undefined,
      position: pill.part.position,
      amount: pill.part.amount,
      corners: outOf(pill, column),
    };
  });
}

export function outOf(pill: Pill, column: Column): Point[] {
  const middle = pill.y + pill.height / 2;
  if (pill.slot === 0) {
    return [
      { x: pill.x + pill.width, y: middle },
      { x: column.trunk, y: middle },
      { x: column.trunk, y: pill.laneAbove },
    ];
  }
  const x = pill.x + pill.width - 10;
  return [
    { x, y: pill.y },
    { x, y: pill.laneAbove },
    { x: column.trunk, y: pill.laneAbove },
  ];
}

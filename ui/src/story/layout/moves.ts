import type { StoryEdge } from '../../api/types';
import { columnOf } from '../../axes/columns';
import { bundlesOf, into, laneTo, outOf, type Edge, type Place } from './edges';
import type { Point } from './paths';
import type { Pill } from './pills';

/** Beside what attends, so that both are seen. */
const BESIDE = 2.4;

/** Who moves whom. At one position, up between the pills; a key's or value's, by its stream and the reader's lane. */
export function moveEdges(edges: readonly StoryEdge[], place: Place): Edge[] {
  const bundles = bundlesOf(place.pills);
  return edges.flatMap((edge, i) => {
    const [source, target] = [place.byId.get(edge.source), place.byId.get(edge.target)];
    if (!source || !target) return [];
    const kind = edge.via === 'mlp' ? ('feeds' as const) : edge.via;
    // what groups write may stand elsewhere than they do
    const apart = kind === 'query' || kind === 'feeds' || source.part.position !== edge.position;
    const corners = apart
      ? upwards(source, target, i, place)
      : byStream(source, target, edge.position, place, bundles);
    return {
      id: `${edge.source} ${edge.target} ${edge.via} ${edge.position}`,
      kind,
      source: edge.source,
      target: edge.target,
      position: edge.position,
      amount: edge.effect,
      corners,
    };
  });
}

function byStream(
  source: Pill,
  target: Pill,
  position: number,
  { columns, pills }: Place,
  bundles: ReadonlyMap<string, number[]>,
): Point[] {
  const column = columnOf(columns, position);
  if (!column) return [];
  const lane = laneTo(target, position, bundles) + BESIDE;
  const out = outOf(source, column).slice(0, -1);
  const end = out.at(-1);
  const trunk = column.trunk + BESIDE;
  return [
    ...out,
    { x: trunk, y: end?.y ?? lane },
    { x: trunk, y: lane },
    ...into(target, lane, 1, trunk, pills),
  ];
}

function upwards(source: Pill, target: Pill, nth: number, { pills }: Place): Point[] {
  const aside = ((nth % 5) - 2) * 2;
  const [from, to] = [source.x + source.width / 2 + aside, target.x + target.width - 14 + aside];
  if (source.y <= target.y + 1) {
    // in one line, or in one above: below both
    const lane = Math.max(source.laneBelow, target.laneBelow) + BESIDE;
    return [
      { x: from, y: source.y + source.height },
      { x: from, y: lane },
      { x: to, y: lane },
      { x: to, y: target.y + target.height },
    ];
  }
  const [low, high] = [source.laneAbove, target.laneBelow + BESIDE];
  const between = pills.filter(
    (pill) => pill.part.position === source.part.position && pill.y < source.y - 1 && pill.y > target.y + 1,
  );
  const ways = [
    from,
    to,
    ...between.flatMap((pill) => [pill.x - 4 + aside / 2, pill.x + pill.width + 4 + aside / 2]),
  ];
  const free = ways.filter((x) => !between.some((pill) => pill.x - 1 < x && x < pill.x + pill.width + 1));
  const length = (x: number) => Math.abs(x - from) + Math.abs(x - to);
  const x = [...free].sort((a, b) => length(a) - length(b))[0] ?? from;
  return [
    { x: from, y: source.y },
    { x: from, y: low },
    { x, y: low },
    { x, y: high },
    { x: to, y: high },
    { x: to, y: target.y + target.height },
  ];
}

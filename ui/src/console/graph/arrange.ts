import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { nodeKind, nodeName, positionOf, type GraphNode, type GraphRelationship } from '../../answer/values';
import type { ResultGraph } from './resultGraph';

export interface Placed {
  id: string;
  kind: string;
  name: string;
  node: GraphNode;
  x: number;
  y: number;
}
export interface Line {
  relationship: GraphRelationship;
  source: Placed;
  target: Placed;
  /** 0 is straight; relationships of the same two nodes bend apart */
  bend: number;
}
export interface Arrangement {
  nodes: Placed[];
  lines: Line[];
  width: number;
  height: number;
}

const TICKS = 300;
const MARGIN = 60;
const LAYER = 90;
const COLUMN = 80;

/**
 * Where a result's nodes go: apart from each other, near what they are connected with; those that have a layer and a position
 * also where these say, later layers above. Same result, same picture.
 */
export function arrange(graph: ResultGraph): Arrangement {
  const bodies = graph.nodes.map((node) => ({ node, id: String(node.id) }) as Body);
  const links = graph.relationships
    .filter(({ start, end }) => start !== end)
    .map(({ start, end }) => ({ source: String(start), target: String(end) }));
  const across = fromMiddle(graph.nodes.map(positionOf));
  const up = fromMiddle(graph.nodes.map(levelOf));
  forceSimulation(bodies)
    .force('apart', forceManyBody<Body>().strength(-160).distanceMax(500))
    .force(
      'near',
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(70),
    )
    .force('room', forceCollide<Body>(26))
    .force(
      'across',
      forceX<Body>(({ node }) => across(positionOf(node)) * COLUMN).strength(({ node }) =>
        pull(positionOf(node)),
      ),
    )
    .force(
      'up',
      forceY<Body>(({ node }) => -up(levelOf(node)) * LAYER).strength(({ node }) => pull(levelOf(node))),
    )
    .stop()
    .tick(TICKS);

  const left = Math.min(...bodies.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...bodies.map(({ y }) => y)) - MARGIN;
  const several = new Set(graph.nodes.map(positionOf).filter((at) => at !== undefined)).size > 1;
  const nodes = bodies.map(({ node, id, x, y }) => ({
    id,
    kind: nodeKind(node),
    name:
      several && positionOf(node) !== undefined ? `${nodeName(node)} @${positionOf(node)}` : nodeName(node),
    node,
    x: Math.round(x - left),
    y: Math.round(y - top),
  }));
  return {
    nodes,
    lines: linesOf(graph.relationships, nodes),
    width: Math.max(0, ...nodes.map(({ x }) => x)) + MARGIN,
    height: Math.max(0, ...nodes.map(({ y }) => y)) + MARGIN,
  };
}

interface Body extends SimulationNodeDatum {
  node: GraphNode;
  id: string;
  x: number;
  y: number;
}

/** Figures counted from their middle, where what has none is drawn to. */
function fromMiddle(figures: (number | undefined)[]): (figure: number | undefined) => number {
  const known = figures.filter((each) => each !== undefined);
  const middle = known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length);
  return (figure) => (figure ?? middle) - middle;
}

/** What has its place is drawn to it, the rest only lightly to the middle. */
function pull(figure: number | undefined): number {
  return figure === undefined ? 0.06 : 0.35;
}

const SITES: Readonly<Record<string, number>> = { embed: 0, mid: 0.5, post: 1 };

function levelOf({ properties }: GraphNode): number | undefined {
  const { layer, site } = properties;
  if (typeof layer !== 'number') return undefined;
  return layer + (typeof site === 'string' ? (SITES[site] ?? 0.25) : 0.25);
}

function linesOf(relationships: readonly GraphRelationship[], nodes: readonly Placed[]): Line[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Map<string, number>();
  return relationships.flatMap((relationship): Line[] => {
    const source = byId.get(String(relationship.start));
    const target = byId.get(String(relationship.end));
    if (!source || !target) return [];
    const pair = [source.id, target.id].sort().join();
    const before = seen.get(pair) ?? 0;
    seen.set(pair, before + 1);
    return [
      {
        relationship,
        source,
        target,
        bend: before === 0 ? 0 : Math.ceil(before / 2) * (before % 2 ? 1 : -1),
      },
    ];
  });
}

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useApi } from '../../api/context';
import type { Result } from '../../api/types';
import { count } from '../../common/format';
import { Empty, Loading } from '../../common/States';
import { neighbour, type Direction } from '../../flow/navigate';
import { useCamera } from '../../flow/useCamera';
import { labelColour } from '../../theme/palette';
import { useTheme } from '../../theme/useTheme';
import { toCell } from '../../answer/values';
import { amountOf } from './amounts';
import { arrange } from './arrange';
import connections from './connections.cypher?raw';
import { Dots, Lines } from './GraphMarks';
import { NodeDetails } from './NodeDetails';
import { connect, graphOf, type ResultGraph } from './resultGraph';

const MOST_NODES = 300;
const MOST_RELATIONSHIPS = 2000;
/** px up or down within which a node stands beside another */
const LEVEL = 35;
/** All of an answer is in view at first, however small. */
const SCALES = { least: 0, most: 1.5 };
const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The nodes and relationships of a result as a graph, with what else connects the nodes. */
export function ResultGraphView({ result }: { result: Result }) {
  const found = useMemo(() => graphOf(result.rows, MOST_NODES), [result]);
  const { more, pending } = useConnections(found);
  const graph = useMemo(() => connect(found, more), [found, more]);
  if (graph.nodes.length === 0)
    return (
      <Empty>
        No nodes in this result: return nodes or paths, as in MATCH path = … RETURN path, to see them drawn.
      </Empty>
    );
  return pending ? <Loading what="what connects the nodes" /> : <Drawing graph={graph} />;
}

function useConnections(graph: ResultGraph) {
  const api = useApi();
  const ids = graph.nodes.map((node) => String(node.id));
  const query = useQuery({
    queryKey: ['connections', ids],
    queryFn: ({ signal }) =>
      api.cypher(connections, { ids, most: MOST_RELATIONSHIPS }, MOST_RELATIONSHIPS, signal),
    enabled: ids.length > 1,
    staleTime: Infinity,
  });
  const more = useMemo(
    () =>
      (query.data?.rows ?? []).flatMap((row) => {
        const cell = toCell(row[0]);
        return cell.kind === 'relationship' ? [cell.relationship] : [];
      }),
    [query.data],
  );
  return { more, pending: query.isLoading };
}

function Drawing({ graph }: { graph: ResultGraph }) {
  const { palette } = useTheme();
  const drawn = useMemo(() => arrange(graph), [graph]);
  const [selected, setSelected] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  const { svg, drawing, zoomBy } = useCamera(drawn, SCALES, undefined, ignore, ignore);
  const signs = drawn.lines.some(({ relationship }) => amountOf(relationship.properties) !== undefined);
  const chosen = drawn.nodes.find((node) => node.id === selected);

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const id = idOf(event);
    const node = drawn.nodes.find((each) => each.id === id);
    if (event.key === 'Escape') setSelected(undefined);
    else if (node && (event.key === 'Enter' || event.key === ' ')) setSelected(node.id);
    else if (node && ARROWS[event.key]) {
      const next = neighbour(drawn.nodes, node, ARROWS[event.key] ?? 'up', LEVEL);
      if (next) svg.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(next.id)}"]`)?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="result-graph">
      <div className="actions">
        <button type="button" aria-label="Zoom in" onClick={() => zoomBy(1.3)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => zoomBy(1 / 1.3)}>
          −
        </button>
        <ul className="labels" aria-label="Legend">
          {kindsOf(drawn.nodes).map(([kind, number]) => (
            <li key={kind}>
              <span className="node-dot" style={{ background: labelColour(palette, kind) }} /> {kind}{' '}
              <span className="hint number">{number}</span>
            </li>
          ))}
        </ul>
        <span className="hint number">
          {count(drawn.nodes.length)} nodes, {count(drawn.lines.length)} relationships
          {signs && '; blue raises the metric, orange lowers it, the wider the more'}
        </span>
      </div>
      {graph.left > 0 && (
        <p className="note" role="note">
          The first {count(MOST_NODES)} nodes are drawn; {count(graph.left)} more are in the table.
        </p>
      )}
      <div className="result-canvas">
        <svg
          ref={svg}
          role="group"
          aria-label="Graph of the result. Tab to a node, arrow keys to its neighbours, Enter for its details, Escape to clear."
          onClick={(event) => setSelected(idOf(event))}
          onKeyDown={onKeyDown}
          onPointerOver={(event) => setHovered(idOf(event))}
          onPointerLeave={() => setHovered(undefined)}
        >
          <defs>
            <marker
              id="result-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8Z" fill={palette.edge} />
            </marker>
          </defs>
          <g ref={drawing}>
            <Lines lines={drawn.lines} palette={palette} near={hovered ?? selected} />
            <Dots
              nodes={drawn.nodes}
              palette={palette}
              entry={selected ?? drawn.nodes[0]?.id}
              selected={selected}
            />
          </g>
        </svg>
        <NodeDetails node={chosen?.node} onClose={() => setSelected(undefined)} />
      </div>
    </div>
  );
}

function ignore() {
  // where the reader panned to is not kept: a result is laid out anew
}

function idOf(event: SyntheticEvent): string | undefined {
  const element = event.target instanceof Element ? event.target.closest('[data-id]') : null;
  return element?.getAttribute('data-id') ?? undefined;
}

function kindsOf(nodes: readonly { kind: string }[]): [string, number][] {
  const kinds = new Map<string, number>();
  for (const { kind } of nodes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].sort((a, b) => b[1] - a[1]);
}

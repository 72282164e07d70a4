import { memo } from 'react';
import type { Membership } from '../api/found';
import { inkOn } from '../grid/scale';
import { membersOf } from '../axes/run';
import { rowName } from '../axes/rows';
import { rankText } from '../common/format';
import type { Palette } from '../theme/palette';
import { saidText } from '../tokens/shownToken';
import { SaidToken } from '../tokens/SaidToken';
import { circuitOf, nodeLabel } from './describe';
import type { Layout, PlacedEdge } from './layout';
import { MARGIN } from './measures';
import { NodeMark } from './NodeMark';
import { edgeColour, edgeWidth } from './scales';

interface AxesProps {
  layout: Layout;
  target: number;
  /** shows the layers of a fold */
  onOpen: (layers: number[]) => void;
}

/** Folds that open, and the names of layers and tokens; on the screen the names are those of {@link StickyNames}, which stay in view. */
export const Axes = memo(function Axes({ layout, target, onOpen }: AxesProps) {
  return (
    <g className="axes">
      {layout.rows.map((row) => (
        <g key={row.from}>
          {row.lines === 0 && (
            <rect
              className="fold"
              x={0}
              y={row.y}
              width={layout.width}
              height={row.height}
              fill="none"
              onClick={() => onOpen(membersOf(row))}
            />
          )}
          <text x={10} y={row.y + row.height / 2} dy="0.35em">
            {rowName(row)}
          </text>
        </g>
      ))}
      {layout.columns.map(
        ({ from, text, trunk, kind }) =>
          kind !== 'idle' && (
            <text
              key={from}
              x={trunk}
              y={layout.height - 10}
              textAnchor="middle"
              className={from === target ? 'column-token target' : 'column-token'}
            >
              {text}
            </text>
          ),
      )}
    </g>
  );
});

interface SaidProps {
  layout: Layout;
  palette: Palette;
  colour: (rank: number | undefined) => string;
}

/** What the model would say after each layer, right of all: the logit lens where the answer is read. */
export const Said = memo(function Said({ layout, palette, colour }: SaidProps) {
  const x = layout.width - MARGIN.right + 10;
  return (
    <g className="said" aria-hidden="true">
      {layout.said.map(({ y, state }) => (
        <g key={state.id} data-state={state.id}>
          <rect
            x={x}
            y={y - 4}
            width={8}
            height={8}
            rx={2}
            fill={colour(state.targetRank)}
            stroke={palette.nodeLine}
          />
          <text x={x + 13} y={y} dy="0.35em" xmlSpace="preserve">
            <SaidToken read={state} room={MARGIN.right - 30} font={11} palette={palette} />
          </text>
          <title>{`The model would say ${saidText(state)} here; the target is ${rankText(state.targetRank)}`}</title>
        </g>
      ))}
    </g>
  );
});

interface NodesProps {
  layout: Layout;
  colour: (rank: number | undefined) => string;
  palette: Palette;
  circuit: Membership | undefined;
  entry: string | undefined;
  selected: string | undefined;
}

export const Nodes = memo(function Nodes(props: NodesProps) {
  const { layout, colour, palette, circuit, entry, selected } = props;
  const tokens = new Map(layout.columns.map((column) => [column.from, column.text]));
  return (
    <g stroke={palette.nodeLine} strokeWidth={0.75}>
      {layout.nodes.map((node) => {
        const fill = colour(node.targetRank);
        const within = circuitOf(node, circuit);
        return (
          <NodeMark
            key={node.id}
            node={node}
            fill={fill}
            ink={node.kind === 'head' ? inkOn(palette, fill) : undefined}
            label={nodeLabel(node, tokens.get(node.position), within)}
            mark={within === undefined ? undefined : palette}
            entry={node.id === entry}
            selected={node.id === selected}
          />
        );
      })}
    </g>
  );
});

/** What is hovered or selected, drawn over the rest, so that the rest need not be drawn again. */
export function Emphasis({
  layout,
  edges,
  ids,
  palette,
}: {
  layout: Layout;
  edges: PlacedEdge[];
  ids: string[];
  palette: Palette;
}) {
  return (
    <g fill="none" pointerEvents="none" aria-hidden="true">
      {edges.map((edge) => (
        <path
          key={edge.id}
          d={edge.path}
          stroke={edgeColour(palette, edge.kind)}
          strokeWidth={edgeWidth(edge.share) + 1}
        />
      ))}
      {ids.map((id) => {
        const node = layout.byId.get(id);
        return (
          node && <circle key={id} cx={node.x} cy={node.y} r={11} stroke={palette.focus} strokeWidth={2} />
        );
      })}
    </g>
  );
}

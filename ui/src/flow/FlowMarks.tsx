import { memo } from 'react';
import { shorten, visibleToken } from '../tokens/tokenText';
import type { Palette } from '../theme/palette';
import { bandName, layersOf } from './bands';
import { nodeLabel } from './describe';
import type { Layout, PlacedEdge } from './layout';
import { NodeMark } from './NodeMark';
import { edgeColour, edgeWidth } from './scales';

interface AxesProps {
  layout: Layout;
  target: number;
  /** shows the layers of a strip */
  onOpen: (layers: number[]) => void;
}

/** Bands of layers and the names of layers and tokens; on the screen the names are those of {@link StickyNames}, which stay in view. */
export const Axes = memo(function Axes({ layout, target, onOpen }: AxesProps) {
  return (
    <g className="axes">
      {layout.bands.map((band, i) => (
        <g key={band.layer}>
          {(band.folded || i % 2 === 1) && (
            <rect
              className={band.folded ? 'band fold' : 'band'}
              x={0}
              y={band.top}
              width={layout.width}
              height={band.bottom - band.top}
              onClick={() => band.folded && onOpen(layersOf(band))}
            />
          )}
          <text x={10} y={(band.top + band.bottom) / 2} dy="0.35em">
            {bandName(band)}
          </text>
        </g>
      ))}
      {layout.columns.map(({ index, text, x, width }) => (
        <g key={index} className={index === target ? 'target' : undefined}>
          <text x={x} y={layout.height - 18} textAnchor="middle" className="column-token">
            {shorten(visibleToken(text), Math.max(6, Math.floor(width / 4)))}
            <title>{visibleToken(text)}</title>
          </text>
          <text x={x} y={layout.height - 5} textAnchor="middle" className="column-index">
            {index}
          </text>
        </g>
      ))}
    </g>
  );
});

export const Edges = memo(function Edges({
  edges,
  palette,
}: {
  edges: readonly PlacedEdge[];
  palette: Palette;
}) {
  return (
    <g fill="none" className="edges">
      {edges.map((edge) => (
        <path
          key={edge.id}
          d={edge.path}
          stroke={edgeColour(palette, edge.kind)}
          strokeWidth={edgeWidth(edge.share)}
          strokeOpacity={0.7}
        />
      ))}
    </g>
  );
});

interface NodesProps {
  layout: Layout;
  colour: (rank: number | undefined) => string;
  palette: Palette;
  entry: string | undefined;
  selected: string | undefined;
}

export const Nodes = memo(function Nodes({ layout, colour, palette, entry, selected }: NodesProps) {
  const tokens = new Map(layout.columns.map((column) => [column.index, column.text]));
  return (
    <g stroke={palette.nodeLine} strokeWidth={0.75}>
      {layout.nodes.map((node) => (
        <NodeMark
          key={node.id}
          node={node}
          fill={colour(node.targetRank)}
          label={nodeLabel(node, tokens.get(node.position))}
          entry={node.id === entry}
          selected={node.id === selected}
        />
      ))}
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
          node && <circle key={id} cx={node.x} cy={node.y} r={9.5} stroke={palette.focus} strokeWidth={2} />
        );
      })}
    </g>
  );
}

import { memo } from 'react';
import { CIRCUIT_MARK } from '../circuit/mark';
import { writtenFirst } from '../common/writtenFirst';
import type { Palette } from '../theme/palette';
import type { PlacedNode } from './layout';
import { HEADS } from './measures';
import { nodeRadius } from './scales';

interface NodeMarkProps {
  node: PlacedNode;
  fill: string;
  /** of a head's number */
  ink: string | undefined;
  label: string;
  /** in which a circuit's mark is drawn, where it belongs to one */
  mark: Palette | undefined;
  /** the one node that Tab reaches; arrow keys lead on */
  entry: boolean;
  selected: boolean;
}

/** Where a node goes on the next picture it need not be made again if it is where it was. */
export const NodeMark = memo(
  function NodeMark({ node, fill, ink, label, mark, entry, selected }: NodeMarkProps) {
    return (
      <g
        data-node={node.id}
        role="button"
        // the number that stands in it comes first
        aria-label={writtenFirst(node.kind === 'head' ? [`${node.head}`] : [], label)}
        aria-pressed={selected}
        tabIndex={entry ? 0 : -1}
        transform={`translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`}
        className={`node ${node.kind}`}
        fill={fill}
      >
        <NodeShape node={node} />
        {node.kind === 'head' && (
          <text className="head-number" textAnchor="middle" y={4} fill={ink} stroke="none">
            {node.head}
          </text>
        )}
        {mark && (
          <path
            data-circuit=""
            d={CIRCUIT_MARK}
            transform={`translate(${corner(node)})`}
            fill={mark.text}
            stroke={mark.panel}
          />
        )}
      </g>
    );
  },
  (a, b) =>
    a.fill === b.fill &&
    a.label === b.label &&
    a.mark === b.mark &&
    a.entry === b.entry &&
    a.selected === b.selected &&
    a.node.x === b.node.x &&
    a.node.y === b.node.y &&
    a.node.share === b.node.share,
);

/** The right upper corner. */
function corner(node: PlacedNode): string {
  const r = nodeRadius(node.kind, node.share);
  const [x, y] = node.kind === 'head' ? [HEADS.width / 2, -HEADS.height / 2] : [r + 1.5, 1 - r];
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** Kinds differ in shape, not only in place: circle residual, square head with its number, diamond attn_out, bar MLP, dot neuron. */
function NodeShape({ node }: { node: PlacedNode }) {
  const r = nodeRadius(node.kind, node.share);
  switch (node.kind) {
    case 'residual':
    case 'neuron':
      return <circle r={r} />;
    case 'head':
      return (
        <rect x={-HEADS.width / 2} y={-HEADS.height / 2} width={HEADS.width} height={HEADS.height} rx={3} />
      );
    case 'attention':
      return <path d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`} />;
    case 'mlp':
      return <rect x={-r - 1.5} y={-r + 1} width={2 * r + 3} height={2 * r - 2} rx={3.5} />;
  }
}

import { memo } from 'react';
import type { PlacedNode } from './layout';
import { nodeRadius } from './scales';

interface NodeMarkProps {
  node: PlacedNode;
  fill: string;
  label: string;
  /** the one node that Tab reaches; arrow keys lead on */
  entry: boolean;
  selected: boolean;
}

export const NodeMark = memo(function NodeMark({ node, fill, label, entry, selected }: NodeMarkProps) {
  return (
    <g
      data-node={node.id}
      role="button"
      aria-label={label}
      aria-pressed={selected}
      tabIndex={entry ? 0 : -1}
      transform={`translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`}
      className={`node ${node.kind}`}
      fill={fill}
    >
      <NodeShape node={node} />
    </g>
  );
});

/** Kinds differ in shape, not only in place: circle residual, square head, diamond attn_out, bar MLP, dot neuron. */
function NodeShape({ node }: { node: PlacedNode }) {
  const r = nodeRadius(node.kind, node.share);
  switch (node.kind) {
    case 'residual':
    case 'neuron':
      return <circle r={r} />;
    case 'head':
      return <rect x={-r} y={-r} width={2 * r} height={2 * r} rx={1.5} />;
    case 'attention':
      return <path d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`} />;
    case 'mlp':
      return <rect x={-r - 1.5} y={-r + 1} width={2 * r + 3} height={2 * r - 2} rx={3.5} />;
  }
}

import { signed } from '../common/format';
import type { Column } from '../common/RowTable';
import { NodeButton, type Choosing } from './NodeButton';
import type { BlockNode } from './parts';

export const EFFECT_TITLE = 'estimate: what the metric would lose without it';

export const EFFECT: Column<BlockNode> = {
  name: 'Effect',
  title: EFFECT_TITLE,
  number: true,
  of: ({ figures }) => signed(figures.effect),
};

/** Nodes by name, each a button that opens it. */
export function nodes(
  name: string,
  nameOf: (node: BlockNode) => string,
  { selected, onSelect }: Choosing,
): Column<BlockNode> {
  return {
    name,
    of: (node) => <NodeButton node={node} name={nameOf(node)} selected={selected} onSelect={onSelect} />,
  };
}

import type { BlockNode } from './parts';

/** Which node is inspected, and how another is. */
export interface Choosing {
  selected: string | undefined;
  onSelect: (node: string) => void;
}

interface NodeButtonProps extends Choosing {
  node: BlockNode;
  name: string;
}

/** Opens the node in the inspector; a ring says that the trace does not keep it. */
export function NodeButton({ node, name, selected, onSelect }: NodeButtonProps) {
  return (
    <button
      type="button"
      className="link nowrap"
      data-node={node.id}
      aria-pressed={node.id === selected}
      onClick={() => onSelect(node.id)}
    >
      {name}
      {!node.stored && <Absent />}
    </button>
  );
}

export function Absent() {
  return (
    <span className="absent" title="Not kept by this trace: computed now by its model">
      <span aria-hidden="true"> ∘</span>
      <span className="hidden">, not kept</span>
    </span>
  );
}

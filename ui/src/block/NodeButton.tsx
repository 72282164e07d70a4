import type { BlockNode } from './parts';

interface NodeButtonProps {
  node: BlockNode;
  name: string;
  selected: string | undefined;
  onSelect: (node: string) => void;
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

import { figure } from '../common/format';
import { Link } from '../common/Link';
import { traceRoute } from '../route/route';
import { visibleToken } from '../tokens/tokenText';
import { activationOf, nodeKind, nodeName, type Cell, type GraphNode } from './values';

export function CellView({ cell }: { cell: Cell }) {
  switch (cell.kind) {
    case 'null':
      return <span className="hint">null</span>;
    case 'number':
      return (
        <span title={String(cell.value)}>
          {Number.isInteger(cell.value) ? cell.value : figure(cell.value, 4)}
        </span>
      );
    case 'text':
      return /^\s|\s$|[\n\t]/.test(cell.value) ? (
        <code className="token">{visibleToken(cell.value)}</code>
      ) : (
        <>{cell.value}</>
      );
    case 'node':
      return <NodeChip node={cell.node} />;
    case 'relationship':
      return (
        <span className="chip-relationship" title={JSON.stringify(cell.relationship.properties)}>
          {cell.relationship.type}
        </span>
      );
    case 'path':
      return (
        <span className="path">
          {cell.nodes.map((node, i) => (
            <span key={i}>
              {i > 0 && <span className="hint"> {cell.relationships[i - 1]?.type ?? '→'} </span>}
              <NodeChip node={node} />
            </span>
          ))}
        </span>
      );
    case 'list':
      return (
        <span className="list">
          {cell.items.map((item, i) => (
            <span key={i}>
              {i > 0 && <span className="hint">, </span>}
              <CellView cell={item} />
            </span>
          ))}
        </span>
      );
    case 'map':
      return <code>{JSON.stringify(cell.value)}</code>;
  }
}

/** A node by kind and name; one of a trace's activations leads to where it stands in the flow. */
function NodeChip({ node }: { node: GraphNode }) {
  const name = nodeName(node);
  const shown =
    typeof node.properties.text === 'string' && name === node.properties.text ? visibleToken(name) : name;
  const at = activationOf(node);
  const title = JSON.stringify(node.properties, null, 1);
  const body = (
    <>
      <small>{nodeKind(node)}</small> {shown}
    </>
  );
  return at ? (
    <Link className="chip-node" to={traceRoute(at.trace, { node: at.node })} title={title}>
      {body}
    </Link>
  ) : (
    <span className="chip-node" title={title}>
      {body}
    </span>
  );
}

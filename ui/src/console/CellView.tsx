import { figure } from '../common/format';
import { Link } from '../common/Link';
import type { Route } from '../route/route';
import { labelColour } from '../theme/palette';
import { useTheme } from '../theme/useTheme';
import { hasUnseen, visibleToken } from '../tokens/tokenText';
import { placeOf } from '../answer/places';
import { nodeKind, nodeName, positionOf, type Cell, type GraphNode } from '../answer/values';

interface CellViewProps {
  cell: Cell;
  /** where a text leads, if it is the id of something */
  placeOfText: (text: string) => Route | undefined;
}

export function CellView({ cell, placeOfText }: CellViewProps) {
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
      return <Text text={cell.value} place={placeOfText(cell.value)} />;
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
              <CellView cell={item} placeOfText={placeOfText} />
            </span>
          ))}
        </span>
      );
    case 'map':
      return <code>{JSON.stringify(cell.value)}</code>;
  }
}

function Text({ text, place }: { text: string; place: Route | undefined }) {
  if (place) return <Link to={place}>{text}</Link>;
  return /^\s|\s$/.test(text) || hasUnseen(text) ? (
    <code className="token">{visibleToken(text)}</code>
  ) : (
    <bdi>{text}</bdi>
  );
}

/** A node by kind and name; what the page shows elsewhere leads there. */
function NodeChip({ node }: { node: GraphNode }) {
  const name = nodeName(node);
  const shown =
    typeof node.properties.text === 'string' && name === node.properties.text ? visibleToken(name) : name;
  const place = placeOf(node);
  const title = JSON.stringify(node.properties, null, 1);
  const { palette } = useTheme();
  const body = (
    <>
      <span className="node-dot" style={{ background: labelColour(palette, nodeKind(node)) }} />{' '}
      <small>{nodeKind(node)}</small> {shown}
      {positionOf(node) !== undefined && <small> at {positionOf(node)}</small>}
    </>
  );
  return place ? (
    <Link className="chip-node" to={place} title={title}>
      {body}
    </Link>
  ) : (
    <span className="chip-node" title={title}>
      {body}
    </span>
  );
}

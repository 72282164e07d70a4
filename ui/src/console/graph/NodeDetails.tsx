import { figure } from '../../common/format';
import { Link } from '../../common/Link';
import { Token } from '../../tokens/Token';
import { placeOf } from '../../answer/places';
import { nodeName, type GraphNode } from '../../answer/values';

/** Everything a node of the result says, and where the page shows it. */
export function NodeDetails({ node, onClose }: { node: GraphNode | undefined; onClose: () => void }) {
  return (
    <aside className="node-details" aria-label="Node" aria-live="polite">
      {node ? (
        <Details node={node} onClose={onClose} />
      ) : (
        <p className="hint">Click a node, or Tab to it and press Enter, to see its properties.</p>
      )}
    </aside>
  );
}

function Details({ node, onClose }: { node: GraphNode; onClose: () => void }) {
  const place = placeOf(node);
  return (
    <>
      <div className="inspector-head">
        <h3>{node.labels.filter((label) => label !== 'Activation').join(' ') || node.labels.join(' ')}</h3>
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>
      </div>
      {place && (
        <p>
          <Link className="button" to={place}>
            Open {place.page === 'trace' && place.node ? `${nodeName(node)} in the flow graph` : 'the trace'}
          </Link>
        </p>
      )}
      <dl className="properties">
        {Object.entries(node.properties).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {name === 'text' && typeof value === 'string' ? <Token text={value} /> : valueText(value)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : figure(value, 4);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import type { Trace } from '../api/types';
import { Link } from '../common/Link';
import { blockAt, traceRoute } from '../route/route';
import { Token } from '../tokens/Token';

/** From a node to all that its block does at its position. */
export function BlockLink({ trace, node }: { trace: Trace; node: string }) {
  const route = traceRoute(trace.id, { node, as: 'block' });
  const { layer, position } = blockAt(route, trace);
  return (
    <p>
      <Link to={route}>
        Block {layer} at {position}
      </Link>{' '}
      <Token text={trace.tokens[position]?.text} length={18} />: all its heads, keys, neurons and norms
    </p>
  );
}

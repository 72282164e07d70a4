import { ACTIVATION_ID, activationId } from '../api/generated/words';
import { traceRoute, type Route } from '../route/route';
import { activationOf, type GraphNode } from './values';

/** Where the page shows what a graph's node is: an activation in its trace's flow graph, a trace on its page. */
export function placeOf(node: GraphNode): Route | undefined {
  const at = activationOf(node);
  if (at) return traceRoute(at.trace, { node: at.node });
  const { id, trace, index } = node.properties;
  if (node.labels.includes('Trace') && typeof id === 'string') return traceRoute(id);
  if (node.labels.includes('Position') && typeof trace === 'string' && typeof index === 'number')
    return traceRoute(trace, { node: activationId(0, index, 'embed') });
  return undefined;
}

/**
 * Where a text of a row leads: an id of a trace or of a node in one. Which trace a node is of, its row says in a column
 * `trace`, or else the question did.
 */
export function placeOfText(
  text: string,
  column: string,
  row: Readonly<Record<string, unknown>>,
  asked: string | undefined,
): Route | undefined {
  if (ACTIVATION_ID.test(text)) {
    const trace = typeof row.trace === 'string' ? row.trace : asked;
    return trace === undefined ? undefined : traceRoute(trace, { node: text });
  }
  return column === 'trace' && text !== '' ? traceRoute(text) : undefined;
}

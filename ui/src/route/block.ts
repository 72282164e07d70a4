import type { BlockPlace, Trace } from '../api/types';
import { block } from './reading';
import type { TraceRoute } from './routes';

/** The block that an address opens: the one it names, that of its node, or the last at the target. */
export function blockAt(
  { block: named, node }: TraceRoute,
  { layers = 1, tokens, targetPosition }: Pick<Trace, 'layers' | 'tokens' | 'targetPosition'>,
): BlockPlace {
  const place = named ?? block(node);
  const last = { layer: layers - 1, position: targetPosition ?? tokens.length - 1 };
  return place && place.layer <= last.layer && place.position < tokens.length ? place : last;
}

/** The block that a node is in, opened; the node stays selected. */
export function blockRoute(route: TraceRoute, node: string | undefined): TraceRoute {
  const { camera: _, whole: __, figure: ___, block: ____, why: _____, ...rest } = route;
  return { ...rest, as: 'block', ...(node !== undefined && block(node) && { node }) };
}

import type { TraceSummary } from '../api/types';
import { Link } from '../common/Link';
import { useKeys } from '../common/useKeys';
import type { Route } from '../route/route';
import { navigate } from '../route/useRoute';
import { withBaseline } from './baseline';

/**
 * What can be done with the traces that are ticked in a list, by the key C too, as it stands before the list; a changed one has a baseline that it is
 * compared with of itself.
 */
export function CompareTicked({ ticked }: { ticked: TraceSummary[] }) {
  const [first, second] = ticked;
  const route = first && (second ? both(first, second) : withBaseline(first));
  useKeys({
    c: () => {
      if (route) navigate(route);
    },
  });
  return (
    <>
      {route && (
        <Link className="button" to={route} keys="C">
          {second ? 'Compare the two' : 'Compare with its baseline'}
        </Link>
      )}
      <span className="hint">{hint(ticked.length, route !== undefined)}</span>
    </>
  );
}

function hint(ticked: number, can: boolean): string {
  if (ticked === 0) return 'tick two to compare them';
  const keys = can ? 'key C' : '';
  return ticked === 1 ? ['tick another to compare it with', keys].filter(Boolean).join('; ') : keys;
}

function both(first: TraceSummary, second: TraceSummary): Route {
  const [left, right] = first.baseline === second.id ? [second.id, first.id] : [first.id, second.id];
  return { page: 'compare', by: 'components', left, right };
}

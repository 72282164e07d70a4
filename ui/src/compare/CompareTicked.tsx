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
        <>
          <Link className="button" to={route} keys="C">
            {second ? 'Compare the two' : 'Compare with its baseline'}
          </Link>
          <span className="hint">key C</span>
        </>
      )}
      {!second && (
        <span className="hint">{first ? 'tick another to compare it with' : 'tick two to compare them'}</span>
      )}
    </>
  );
}

function both(first: TraceSummary, second: TraceSummary): Route {
  const [left, right] = first.baseline === second.id ? [second.id, first.id] : [first.id, second.id];
  return { page: 'compare', by: 'components', left, right };
}

import type { TraceSummary } from '../api/types';
import { Link } from '../common/Link';
import { withBaseline } from './baseline';

/** What can be done with the traces that are ticked in a list; a changed one has a baseline that it is compared with of itself. */
export function CompareTicked({ ticked }: { ticked: TraceSummary[] }) {
  const [first, second] = ticked;
  if (first === undefined) return <span className="hint">tick two to compare them</span>;
  if (second === undefined) {
    const route = withBaseline(first);
    return (
      <>
        {route && (
          <Link className="button" to={route}>
            Compare with its baseline
          </Link>
        )}
        <span className="hint">tick another to compare it with</span>
      </>
    );
  }
  const [left, right] = first.baseline === second.id ? [second.id, first.id] : [first.id, second.id];
  return (
    <Link className="button" to={{ page: 'compare', by: 'components', left, right }}>
      Compare the two
    </Link>
  );
}

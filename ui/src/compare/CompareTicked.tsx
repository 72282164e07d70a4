import { Link } from '../common/Link';

/** What can be done with the traces that are ticked in a list. */
export function CompareTicked({ ticked }: { ticked: string[] }) {
  const [left, right] = ticked;
  if (left === undefined) return <span className="hint">tick two to compare them</span>;
  if (right === undefined) return <span className="hint">tick another to compare it with</span>;
  return (
    <Link className="button" to={{ page: 'compare', by: 'components', left, right }}>
      Compare the two
    </Link>
  );
}

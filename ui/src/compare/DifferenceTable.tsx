import { useState } from 'react';
import type { ComparedRow, Comparison } from '../api/types';
import { figure as plain } from '../common/format';
import { Link } from '../common/Link';
import { traceRoute, type CompareRoute } from '../route/route';
import { Token } from '../tokens/Token';
import { FIGURES, amountText, differenceText, figureName } from './figures';
import { answerTokenLabel, pairLabel } from './grid';

interface DifferenceTableProps {
  comparison: Comparison;
  rows: ComparedRow[];
  caption: string;
  figure: string;
  route: CompareRoute;
  /** as given, instead of the largest difference first */
  inOrder?: boolean;
  onChange: (part: Partial<CompareRoute>) => void;
}

const FIRST = 40;

/** Left, difference and right of one figure, and the differences of the others, by which it can be sorted as well. */
export function DifferenceTable({
  comparison,
  rows,
  caption,
  figure,
  route,
  inOrder = false,
  onChange,
}: DifferenceTableProps) {
  const [all, setAll] = useState(false);
  const others = FIGURES[comparison.by].filter(
    (each) => each !== figure && rows.some((row) => row.figures[each]),
  );
  const sets = !comparison.alignment;
  const difference = (row: ComparedRow, name: string) => row.figures[name]?.difference;
  const size = (row: ComparedRow) => Math.abs(difference(row, figure) ?? -1);
  const sorted = [...rows].sort(
    (a, b) =>
      Number(difference(b, figure) !== undefined) - Number(difference(a, figure) !== undefined) ||
      size(b) - size(a),
  );
  const ordered = inOrder ? rows : sorted;
  const shown = all ? ordered : ordered.slice(0, FIRST);
  const most = Math.max(...rows.map((row) => size(row)), Number.MIN_VALUE);
  const tokens = rows.some((row) => row.answerToken !== undefined);
  const places = rows.some((row) => (row.pair ?? row.before) !== undefined && comparison.by !== 'components');
  return (
    <>
      <table className="rows differences">
        <caption className="hidden">
          {caption}: {figureName(figure)}
          {!inOrder && ', the largest difference first'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {tokens && <th scope="col">Answer’s token</th>}
            {places && <th scope="col">{sets ? 'Before the target' : 'Key'}</th>}
            <th scope="col" className="right">
              {figureName(figure)} left
            </th>
            <th scope="col" className="difference" aria-sort={inOrder ? undefined : 'descending'}>
              difference
            </th>
            <th scope="col">right</th>
            {sets && <th scope="col">d</th>}
            {others.map((each) => (
              <th key={each} scope="col" className="right">
                <button
                  type="button"
                  className="link"
                  title={`sort by the difference of ${figureName(each)}`}
                  onClick={() => onChange({ figure: each })}
                >
                  Δ {figureName(each)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const of = row.figures[figure];
            return (
              <tr
                key={`${row.name} ${row.answerToken ?? ''} ${row.pair ?? row.before ?? ''} ${row.left ?? ''} ${row.right ?? ''}`}
                aria-current={
                  comparison.by === 'components' && row.name === route.component ? 'true' : undefined
                }
              >
                <th scope="row">{row.kind === 'token' ? <Token text={row.name} /> : row.name}</th>
                {tokens && <td>{answerTokenLabel(comparison, row.answerToken ?? 0)}</td>}
                {places && <td>{place(row, comparison)}</td>}
                <td className="number right">
                  <Place trace={comparison.left.trace?.id} node={row.left}>
                    {amountText(figure, of?.left)}
                  </Place>
                </td>
                <td className="number difference">
                  <Bar difference={of?.difference} most={most} />
                  <span>{differenceText(figure, of?.difference)}</span>
                </td>
                <td className="number">
                  <Place trace={comparison.right.trace?.id} node={row.right}>
                    {amountText(figure, of?.right)}
                  </Place>
                </td>
                {sets && <td className="number">{plain(of?.effectSize, 2)}</td>}
                {others.map((each) => (
                  <td key={each} className="number right">
                    {differenceText(each, difference(row, each))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {sorted.length > FIRST && (
        <button type="button" className="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${sorted.length}`}
        </button>
      )}
    </>
  );
}

/** Leads to where it stands in that trace's flow. */
function Place({
  trace,
  node,
  children,
}: {
  trace: string | undefined;
  node: string | undefined;
  children: string;
}) {
  if (!trace || !node || node.endsWith('.v')) return children;
  return (
    <Link to={traceRoute(trace, { node })} title={`open ${node} in its trace`}>
      {children}
    </Link>
  );
}

function Bar({ difference, most }: { difference: number | undefined; most: number }) {
  if (difference === undefined) return null;
  const width = `${(50 * Math.abs(difference)) / most}%`;
  return (
    <span
      className={`bar ${difference > 0 ? 'raises' : 'lowers'}`}
      style={difference > 0 ? { left: '50%', width } : { right: '50%', width }}
    />
  );
}

function place(row: ComparedRow, { alignment }: Comparison): string {
  const pair = alignment?.[row.pair ?? -1];
  return pair ? pairLabel(pair) : String(row.before ?? '');
}

import type { Sum, Trace } from '../api/types';
import { amount, stepName } from './names';
import type { Step } from './steps';

interface SumTableProps {
  sum: Sum;
  parts: readonly Step[];
  trace: Trace;
  title: string;
  selected: string | undefined;
  onSelect: (node: string) => void;
}

/** The waterfall as a table: the same parts in the same order. */
export function SumTable({ sum, parts, trace, title, selected, onSelect }: SumTableProps) {
  return (
    <table className="rows sum-table">
      <caption className="hidden">What makes {title}</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Adds</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id} aria-current={part.node && part.node.id === selected ? 'true' : undefined}>
            <th scope="row">
              {part.node ? (
                <button type="button" className="link" onClick={() => onSelect(part.node?.id ?? '')}>
                  {stepName(part, trace)}
                </button>
              ) : (
                stepName(part, trace)
              )}
            </th>
            <td className="number">{amount(sum.of, part.value)}</td>
            <td className="number">{amount(sum.of, part.start)}</td>
            <td className="number">{amount(sum.of, part.end)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">total</th>
          <td className="number">{amount(sum.of, sum.total)}</td>
          <td />
          <td />
        </tr>
      </tbody>
    </table>
  );
}

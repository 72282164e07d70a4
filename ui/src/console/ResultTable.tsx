import { useState } from 'react';
import type { NamedQuery, Result } from '../api/types';
import { count } from '../common/format';
import { CellView } from './CellView';
import { placeOfText } from '../answer/places';
import { toCell } from '../answer/values';

const STEP = 200;

interface ResultTableProps {
  result: Result;
  columns: NamedQuery['columns'];
  /** the trace that ids of nodes belong to, where a row does not say */
  trace: string | undefined;
}

/** The first rows at once, the rest on demand: a thousand rows of nodes would make the page heavy. */
export function ResultTable({ result, columns, trace }: ResultTableProps) {
  const [shown, setShown] = useState(STEP);
  const explanations = new Map(columns.map((column) => [column.name, column.explanation]));
  const rows = result.rows.slice(0, shown);
  return (
    <div className="result-table">
      <table className="rows">
        <thead>
          <tr>
            {result.columns.map((column) => (
              <th key={column} scope="col" title={explanations.get(column)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((_, j) => (
                <TableCell key={j} row={row} at={j} columns={result.columns} trace={trace} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {result.rows.length > shown && (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          {count(result.rows.length - shown)} more rows
        </button>
      )}
    </div>
  );
}

interface TableCellProps {
  row: unknown[];
  at: number;
  columns: string[];
  trace: string | undefined;
}

function TableCell({ row, at, columns, trace }: TableCellProps) {
  const cell = toCell(row[at]);
  const named = Object.fromEntries(columns.map((column, i) => [column, row[i]]));
  return (
    <td className={cell.kind === 'number' ? 'number right' : undefined}>
      <CellView cell={cell} placeOfText={(text) => placeOfText(text, columns[at] ?? '', named, trace)} />
    </td>
  );
}

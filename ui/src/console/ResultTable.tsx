import { useState } from 'react';
import type { NamedQuery, Result } from '../api/types';
import { count } from '../common/format';
import { CellView } from './CellView';
import { toCell } from './values';

const STEP = 200;

/** The first rows at once, the rest on demand: a thousand rows of nodes would make the page heavy. */
export function ResultTable({ result, columns }: { result: Result; columns: NamedQuery['columns'] }) {
  const [shown, setShown] = useState(STEP);
  const explanations = new Map(columns.map((column) => [column.name, column.explanation]));
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
          {result.rows.slice(0, shown).map((row, i) => (
            <tr key={i}>
              {row.map((value, j) => {
                const cell = toCell(value);
                return (
                  <td key={j} className={cell.kind === 'number' ? 'number right' : undefined}>
                    <CellView cell={cell} />
                  </td>
                );
              })}
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

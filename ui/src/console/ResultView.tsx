import { useState } from 'react';
import type { NamedQuery, Result } from '../api/types';
import { CopyButton } from '../common/CopyButton';
import { download } from '../common/download';
import { Empty } from '../common/States';
import { count } from '../common/format';
import { toCsv, toJson } from './csv';
import { ResultTable } from './ResultTable';

interface ResultViewProps {
  result: Result;
  name: string;
  columns?: NamedQuery['columns'];
}

export function ResultView({ result, name, columns }: ResultViewProps) {
  const [as, setAs] = useState<'table' | 'json'>('table');
  return (
    <section className="result" aria-label="Result">
      {result.truncated && (
        <p className="note" role="note">
          Only the first {count(result.rows.length)} rows: there are more. Add LIMIT, or count and group in
          the statement.
        </p>
      )}
      <div className="actions">
        <button type="button" aria-pressed={as === 'table'} onClick={() => setAs('table')}>
          Table
        </button>
        <button type="button" aria-pressed={as === 'json'} onClick={() => setAs('json')}>
          JSON
        </button>
        <button type="button" onClick={() => download(`${name}.csv`, 'text/csv', toCsv(result))}>
          Download CSV
        </button>
        <button type="button" onClick={() => download(`${name}.json`, 'application/json', toJson(result))}>
          Download JSON
        </button>
        <CopyButton text={toCsv(result)} label="Copy CSV" />
      </div>
      {result.rows.length === 0 && <Empty>No rows: nothing in the graph matches.</Empty>}
      {result.rows.length > 0 && as === 'table' && <ResultTable result={result} columns={columns ?? []} />}
      {result.rows.length > 0 && as === 'json' && <pre className="code json">{toJson(result)}</pre>}
    </section>
  );
}

import { useId } from 'react';
import type { NamedQuery, Notification, Result } from '../api/types';
import { CopyButton } from '../common/CopyButton';
import { downloadText } from '../common/download';
import { Empty, ErrorBox } from '../common/States';
import { count } from '../common/format';
import { AnswerExport, type Exporting } from '../export/AnswerExport';
import type { ResultTab } from '../route/route';
import { toCsv, toJson } from './csv';
import { ResultGraphView } from './graph/ResultGraphView';
import { PlanView } from './PlanView';
import { ResultTable } from './ResultTable';
import { ResultTabs } from './ResultTabs';
import type { Asked, Run } from './useRun';

interface ResultViewProps {
  run: Run;
  /** of the files that are downloaded */
  name: string;
  tab: ResultTab;
  onTab: (tab: ResultTab) => void;
  /** what the plan is of, whether it was run or not */
  planned: Asked;
  columns?: NamedQuery['columns'];
  /** the trace that the question is about, where it names one */
  trace?: string | undefined;
  /** absent where nothing was asked */
  exporting: Exporting | undefined;
  /** asks again for as many rows as the server gives; absent where that has been done */
  onMore?: (() => void) | undefined;
}

export function ResultView({
  run,
  name,
  tab,
  onTab,
  planned,
  columns,
  trace,
  exporting,
  onMore,
}: ResultViewProps) {
  const id = useId();
  const { result } = run;
  return (
    <section className="result" aria-label="Result" aria-busy={run.running}>
      <div className="result-head">
        <ResultTabs id={id} tab={tab} onTab={onTab} />
        {result && result.rows.length > 0 && <Downloads result={result} name={name} exporting={exporting} />}
      </div>
      {/* the plan tells what is wrong with a statement itself */}
      {run.error && tab !== 'plan' && <ErrorBox error={run.error} />}
      {result?.truncated && <Truncated shown={result.rows.length} onMore={onMore} />}
      {result?.limited && (
        <p className="note" role="note">
          As many rows as the question’s limit asks for: there are more. Raise it, or narrow the question.
        </p>
      )}
      {result?.notifications?.map((notification, i) => (
        <Remark key={i} notification={notification} />
      ))}
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}

        tabIndex={0}
      >
        {tab === 'plan' ? (
          <PlanView asked={planned} />
        ) : (
          <Rows run={run} tab={tab} columns={columns ?? []} trace={trace} />
        )}
      </div>
    </section>
  );
}

function Rows({
  run,
  tab,
  columns,
  trace,
}: {
  run: Run;
  tab: ResultTab;
  columns: NamedQuery['columns'];
  trace: string | undefined;
}) {
  const { result } = run;
  if (!result) {
    if (run.error || run.running) return null;
    return <Empty>{run.stopped ? 'Stopped: the database has ended it.' : 'Not asked yet.'}</Empty>;
  }
  if (result.rows.length === 0) return <Empty>No rows: nothing in the graph matches.</Empty>;
  if (tab === 'graph') return <ResultGraphView result={result} />;
  if (tab === 'json') return <pre className="code json">{toJson(result)}</pre>;
  return <ResultTable result={result} columns={columns} trace={trace} />;
}

interface DownloadsProps {
  result: Result;
  name: string;
  exporting: Exporting | undefined;
}

function Downloads({ result, name, exporting }: DownloadsProps) {
  return (
    <div className="actions">
      <button type="button" onClick={() => downloadText(`${name}.csv`, toCsv(result), 'text/csv')}>
        Download CSV
      </button>
      <button type="button" onClick={() => downloadText(`${name}.json`, toJson(result), 'application/json')}>
        Download JSON
      </button>
      <CopyButton text={toCsv(result)} label="Copy CSV" />
      {exporting && <AnswerExport exporting={exporting} />}
    </div>
  );
}

function Truncated({ shown, onMore }: { shown: number; onMore: (() => void) | undefined }) {
  return (
    <p className="note" role="note">
      Only the first {count(shown)} rows: there are more.{' '}
      {onMore && (
        <button type="button" onClick={onMore}>
          Show up to {count(MOST_ROWS)}
        </button>
      )}{' '}
      {onMore ? 'Or' : 'To see the rest,'} export the whole answer, page with ORDER BY, SKIP and LIMIT, or
      count and group in the statement.
    </p>
  );
}

/** The most that the server gives at a time. */
export const MOST_ROWS = 10_000;

function Remark({ notification }: { notification: Notification }) {
  const { severity, title, description, code, position } = notification;
  return (
    <p className="note" role="note" title={code}>
      {title && <strong>{title.replace(/\.$/, '')}. </strong>}
      {description} {position && `At line ${position.line}, column ${position.column}. `}
      {severity && <small className="hint">{severity.toLowerCase()}</small>}
    </p>
  );
}

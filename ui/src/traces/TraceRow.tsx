import { useState } from 'react';
import { useDeleteTrace } from '../api/hooks';
import type { TraceSummary } from '../api/types';
import { Link } from '../common/Link';
import { ErrorBox } from '../common/States';
import { percent, when } from '../common/format';
import { traceRoute } from '../route/route';
import { Token } from '../tokens/Token';
import { visiblePrompt } from '../tokens/tokenText';

interface TraceRowProps {
  trace: TraceSummary;
  /** whether it is one of those to be compared */
  ticked: boolean;
  onTick: () => void;
}

export function TraceRow({ trace, ticked, onTick }: TraceRowProps) {
  const [asking, setAsking] = useState(false);
  const remove = useDeleteTrace();
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`Compare trace of ${visiblePrompt(trace.prompt)}`}
          checked={ticked}
          onChange={onTick}
        />
      </td>
      <th scope="row">
        <Link to={traceRoute(trace.id)}>{visiblePrompt(trace.prompt)}</Link>
        <small className="hint">
          {trace.modelName} · {trace.positions} tokens · {trace.id.slice(0, 8)}
          {trace.tags.length > 0 && ` · ${trace.tags.join(', ')}`}
        </small>
        {remove.error && <ErrorBox error={remove.error} />}
      </th>
      <td>
        <Token text={trace.prediction?.text} length={16} />{' '}
        <span className="number">{percent(trace.prediction?.probability)}</span>
      </td>
      <td>
        <Token text={trace.target} length={16} />
        {trace.distractor !== undefined && (
          <>
            {' − '}
            <Token text={trace.distractor} length={16} />
          </>
        )}
      </td>
      <td>{trace.detail}</td>
      <td className="number">{when(trace.createdAt)}</td>
      <td className="row-actions">
        {asking ? (
          <>
            <button
              type="button"
              className="danger"
              disabled={remove.isPending}
              onClick={() => remove.mutate(trace.id)}
            >
              Delete for good
            </button>
            <button type="button" className="quiet" onClick={() => setAsking(false)}>
              Keep
            </button>
          </>
        ) : (
          <button
            type="button"
            className="quiet"
            aria-label={`Delete trace of ${visiblePrompt(trace.prompt)}`}
            onClick={() => setAsking(true)}
          >
            Delete
          </button>
        )}
      </td>
    </tr>
  );
}

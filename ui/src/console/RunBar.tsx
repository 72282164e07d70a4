import { count, millis } from '../common/format';
import type { Run } from './useRun';

export function RunBar({
  run,
  onRun,
  onStop,
  submit = false,
}: {
  run: Run;
  onRun: () => void;
  onStop: () => void;
  submit?: boolean;
}) {
  return (
    <div className="actions">
      <button type={submit ? 'submit' : 'button'} className="primary" {...(!submit && { onClick: onRun })}>
        Run
      </button>
      <span className="hint">Ctrl+Enter</span>
      {run.running && (
        <button type="button" onClick={onStop}>
          Stop
        </button>
      )}
      <span className="hint number" role="status">
        {run.running && `running, ${millis(run.elapsed)}`}
        {run.stopped && 'stopped'}
        {run.result &&
          `${count(run.result.rows.length)} ${run.result.rows.length === 1 ? 'row' : 'rows'} in ${millis(run.result.elapsedMs)}`}
      </span>
    </div>
  );
}

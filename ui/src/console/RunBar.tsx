import type { ReactNode } from 'react';
import { count, millis } from '../common/format';
import type { Run } from './useRun';

interface RunBarProps {
  run: Run;
  onRun: () => void;
  onStop: () => void;
  submit?: boolean;
  /** what else can be done with the question */
  children?: ReactNode;
}

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
const RUN_KEYS = MAC ? '⌘ Enter' : 'Ctrl+Enter';

export function RunBar({ run, onRun, onStop, submit = false, children }: RunBarProps) {
  return (
    <div className="actions run-bar">
      <button type={submit ? 'submit' : 'button'} className="primary" {...(!submit && { onClick: onRun })}>
        Run
      </button>
      <button type="button" onClick={onStop} disabled={!run.running}>
        Stop
      </button>
      <span className="hint">{RUN_KEYS}</span>
      <span className={run.running ? 'elapsed number running' : 'elapsed number'} role="status">
        {run.running && `running, ${millis(run.elapsed)}`}
        {run.stopped && 'stopped'}
        {run.result &&
          `${count(run.result.rows.length)} ${run.result.rows.length === 1 ? 'row' : 'rows'} in ${millis(run.result.elapsedMs)}`}
      </span>
      <span className="more">{children}</span>
    </div>
  );
}

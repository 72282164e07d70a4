import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Job } from '../api/types';
import { bytes, count } from '../common/format';
import { ErrorBox } from '../common/States';
import { shorten } from '../tokens/tokenText';

/** How far a job is, and a way to stop it. */
export function JobProgress({ job, away, left }: { job: Job; away: boolean; left?: number | undefined }) {
  const api = useApi();
  const cancel = useMutation({ mutationFn: () => api.cancel(job.id) });
  const amount = job.kind === 'pull' ? bytes : count;
  return (
    <>
      <Subject job={job} />
      <label htmlFor={`job-${job.id}`}>
        <strong>{job.stage}</strong>{' '}
        <span className="hint">
          {job.total > 0 && `${amount(job.done)} of ${amount(job.total)}`}
          {left !== undefined && ` · about ${duration(left)} left`}
          {job.place !== undefined && job.place > 0 && ` · ${place(job.place)} before it`}
        </span>
      </label>
      <progress id={`job-${job.id}`} {...(job.total > 0 && { value: job.done, max: job.total })} />
      {away && (
        <p role="status">
          The server does not answer. It keeps the job, and goes on with it when it is started again.
        </p>
      )}
      <button type="button" onClick={() => cancel.mutate()} disabled={cancel.isPending}>
        Cancel
      </button>
      {cancel.error && <ErrorBox error={cancel.error} />}
    </>
  );
}

function place(prompts: number): string {
  return prompts === 1 ? '1 prompt' : `${count(prompts)} prompts`;
}

/** What it is of: the prompt and its model, as far as it was asked for in words. */
function Subject({ job: { kind, request } }: { job: Job }) {
  if (kind !== 'trace' || !('prompt' in request || 'prompts' in request)) return null;
  const { prompt, prompts, model } = request;
  const what = prompt ?? (prompts && `${count(prompts.length)} prompts, the first: ${prompts[0] ?? ''}`);
  return (
    <p className="job-of">
      {what !== undefined && <q title={what}>{shorten(what, 120)}</q>}
      {model !== undefined && <span className="hint"> by {model}</span>}
    </p>
  );
}

function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

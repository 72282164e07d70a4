import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Job } from '../api/types';
import { bytes, count } from '../common/format';
import { ErrorBox } from '../common/States';

/** How far a job is, and a way to stop it. */
export function JobProgress({ job, away }: { job: Job; away: boolean }) {
  const api = useApi();
  const cancel = useMutation({ mutationFn: () => api.cancel(job.id) });
  const amount = job.kind === 'pull' ? bytes : count;
  return (
    <>
      <label htmlFor={`job-${job.id}`}>
        <strong>{job.stage}</strong>{' '}
        <span className="hint">
          {job.total > 0 && `${amount(job.done)} of ${amount(job.total)}`}
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

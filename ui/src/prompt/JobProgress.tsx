import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Job } from '../api/types';
import { bytes, count } from '../common/format';
import { ErrorBox } from '../common/States';

/** How far a job is, and a way to stop it. */
export function JobProgress({ job }: { job: Job }) {
  const api = useApi();
  const cancel = useMutation({ mutationFn: () => api.cancel(job.id) });
  const amount = job.kind === 'pull' ? bytes : count;
  return (
    <>
      <label htmlFor={`job-${job.id}`}>
        <strong>{job.stage}</strong>{' '}
        <span className="hint">{job.total > 0 && `${amount(job.done)} of ${amount(job.total)}`}</span>
      </label>
      <progress id={`job-${job.id}`} {...(job.total > 0 && { value: job.done, max: job.total })} />
      <button type="button" onClick={() => cancel.mutate()} disabled={cancel.isPending}>
        Cancel
      </button>
      {cancel.error && <ErrorBox error={cancel.error} />}
    </>
  );
}

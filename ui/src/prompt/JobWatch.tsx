import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../api/context';
import { Link } from '../common/Link';
import { ErrorBox, Loading } from '../common/States';
import { traceRoute, type TracesRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { ended, useJob } from './useJob';

/** Progress of one job; goes on to its trace when done, unless a note asks to be read first. */
export function JobWatch({ id, route }: { id: string; route: TracesRoute }) {
  const api = useApi();
  const client = useQueryClient();
  const { job, error } = useJob(id);
  const cancel = useMutation({ mutationFn: () => api.cancel(id) });
  const trace = job?.state === 'done' ? job.traces[0] : undefined;
  const finished = trace !== undefined;
  const read = job !== undefined && job.notes.length > 0;

  useEffect(() => {
    if (finished) void client.invalidateQueries({ queryKey: ['traces'] });
    if (trace !== undefined && !read) navigate(traceRoute(trace), 'replace');
  }, [client, finished, trace, read]);

  const close = () => navigate({ ...without(route) }, 'replace');
  return (
    <section className="panel job" aria-label="Progress" aria-live="polite">
      {error && <ErrorBox error={error} />}
      {!job && !error && <Loading what="the job" />}
      {job && !ended(job) && (
        <>
          <label htmlFor={`job-${id}`}>
            <strong>{job.stage}</strong>{' '}
            <span className="hint">{job.total > 0 ? `${job.done} of ${job.total}` : ''}</span>
          </label>
          <progress id={`job-${id}`} {...(job.total > 0 && { value: job.done, max: job.total })} />
          <button type="button" onClick={() => cancel.mutate()} disabled={cancel.isPending}>
            Cancel
          </button>
        </>
      )}
      {cancel.error && <ErrorBox error={cancel.error} />}
      {job?.state === 'failed' && (
        <ErrorBox error={new Error(job.error ?? 'The job failed without saying why; the log has more.')} />
      )}
      {job?.state === 'cancelled' && <p>Cancelled: nothing of it was kept.</p>}
      {job?.notes.map((note) => (
        <p key={note} className="note" role="note">
          {note}
        </p>
      ))}
      {trace && (
        <p>
          <Link className="button" to={traceRoute(trace)}>
            Open the trace
          </Link>
        </p>
      )}
      {(error ?? (job && ended(job))) && (
        <button type="button" className="quiet" onClick={close}>
          Close
        </button>
      )}
    </section>
  );
}

function without({ job: _, ...rest }: TracesRoute): TracesRoute {
  return rest;
}

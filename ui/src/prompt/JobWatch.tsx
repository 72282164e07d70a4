import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from '../common/Link';
import { ErrorBox, Loading } from '../common/States';
import type { Route } from '../route/route';
import { navigate } from '../route/useRoute';
import { JobProgress } from './JobProgress';
import { ended, useJob } from './useJob';

interface JobWatchProps {
  id: string;
  /** where its trace is seen */
  opens: (trace: string) => Route;
  /** `replace` where the address is the job's */
  how?: 'push' | 'replace';
  /** told when its trace is there, before it is opened */
  onDone?: () => void;
  onClose: () => void;
}

/** Progress of one job; goes on to its trace when done, unless a note asks to be read first. */
export function JobWatch({ id, opens, how = 'push', onDone, onClose }: JobWatchProps) {
  const client = useQueryClient();
  const { job, away, error, left } = useJob(id);
  const trace = job?.state === 'done' ? job.traces[0] : undefined;
  const finished = trace !== undefined;
  const read = job !== undefined && job.notes.length > 0;

  useEffect(() => {
    if (finished) void client.invalidateQueries({ queryKey: ['traces'] });
  }, [client, finished]);
  useEffect(() => {
    if (trace === undefined || read) return;
    navigate(opens(trace), how);
    onDone?.();
  }, [trace, read, opens, how, onDone]);

  return (
    <section className="panel job" aria-label="Progress" aria-live="polite">
      {error && <ErrorBox error={error} />}
      {!job && !error && <Loading what="the job" />}
      {job && !ended(job) && <JobProgress job={job} away={away} left={left} />}
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
          <Link className="button" to={opens(trace)}>
            Open the trace
          </Link>
        </p>
      )}
      {(error ?? (job && ended(job))) && (
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>
      )}
    </section>
  );
}

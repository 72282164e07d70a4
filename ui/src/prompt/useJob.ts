import { useEffect, useState } from 'react';
import type { Api } from '../api/client';
import { useApi } from '../api/context';
import type { Job } from '../api/types';

const ENDED = new Set(['done', 'failed', 'cancelled']);
const POLL = 400;

export function ended(job: Job): boolean {
  return ENDED.has(job.state);
}

/** A job as it goes: by server-sent events, and by asking again where these do not come through. */
export function useJob(id: string): { job: Job | undefined; error: Error | undefined } {
  const api = useApi();
  const [job, setJob] = useState<Job>();
  const [error, setError] = useState<Error>();
  useEffect(() => watchJob(api, id, setJob, setError), [api, id]);
  return { job, error };
}

export function watchJob(
  api: Api,
  id: string,
  onJob: (job: Job) => void,
  onError: (error: Error) => void,
): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const poll = () => {
    api.job(id, stop.signal).then(
      (job) => {
        if (stop.signal.aborted) return;
        onJob(job);
        if (!ended(job)) timer = setTimeout(poll, POLL);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) onError(error instanceof Error ? error : new Error(String(error)));
      },
    );
  };

  let events: EventSource | undefined;
  if (typeof EventSource === 'undefined') poll();
  else {
    events = new EventSource(api.jobEvents(id));
    events.addEventListener('job', (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as Job;
      onJob(job);
      if (ended(job)) events?.close();
    });
    events.onerror = () => {
      // also how an unknown job or a closed stream shows: the plain call tells which, in words
      events?.close();
      if (!stop.signal.aborted) poll();
    };
  }
  return () => {
    stop.abort();
    clearTimeout(timer);
    events?.close();
  };
}

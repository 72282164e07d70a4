import { useEffect, useState } from 'react';
import { isAway, type Api } from '../api/client';
import { useApi } from '../api/context';
import type { Job } from '../api/types';

const ENDED = new Set(['done', 'failed', 'cancelled']);
const POLL = 400;
const RETRY = 2000;

export function ended(job: Job): boolean {
  return ENDED.has(job.state);
}

export interface WatchedJob {
  job: Job | undefined;
  /** the server does not answer; it keeps the job and is asked again */
  away: boolean;
  error: Error | undefined;
  /** ms until it is done, if it goes on as it has since it was first seen to run; unknown at first */
  left: number | undefined;
}

/** A job as it goes: by server-sent events, and by asking again where these do not come through. */
export function useJob(id: string): WatchedJob {
  const api = useApi();
  const [job, setJob] = useState<Job>();
  const [away, setAway] = useState(false);
  const [error, setError] = useState<Error>();
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    let first: Seen | undefined;
    const onJob = (now: Job) => {
      const seen = { at: Date.now(), done: now.done };
      if (now.state === 'running') first ??= seen;
      setJob(now);
      setLeft(first && timeLeft(first, seen, now.total));
    };
    return watchJob(api, id, { onJob, onAway: setAway, onError: setError });
  }, [api, id]);
  return { job, away, error, left };
}

interface Seen {
  /** ms */
  at: number;
  done: number;
}

/** As long as what is left takes at the pace from one sight to another; nothing to say before a tenth is done. */
export function timeLeft(first: Seen, now: Seen, total: number): number | undefined {
  const done = now.done - first.done;
  if (total <= 0 || done < total / 10 || now.done >= total) return undefined;
  return ((now.at - first.at) * (total - now.done)) / done;
}

export interface JobWatcher {
  onJob: (job: Job) => void;
  onAway: (away: boolean) => void;
  onError: (error: Error) => void;
}

export function watchJob(api: Api, id: string, { onJob, onAway, onError }: JobWatcher): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let events: EventSource | undefined;

  const again = (what: () => void, after: number) => {
    timer = setTimeout(what, after);
  };
  const seen = (job: Job) => {
    onAway(false);
    onJob(job);
    return ended(job);
  };

  const poll = (next: () => void) => {
    api.job(id, stop.signal).then(
      (job) => {
        if (!stop.signal.aborted && !seen(job)) again(next, POLL);
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        if (isAway(error)) {
          onAway(true);
          again(() => poll(next), RETRY);
        } else onError(error instanceof Error ? error : new Error(String(error)));
      },
    );
  };

  const listen = () => {
    if (typeof EventSource === 'undefined') {
      poll(listen);
      return;
    }
    let heard = false;
    events = new EventSource(api.jobEvents(id));
    events.addEventListener('job', (event: MessageEvent<string>) => {
      heard = true;
      if (seen(JSON.parse(event.data) as Job)) events?.close();
    });
    events.onerror = () => {
      // a stream that has ended, also one of a stopping server, or an unknown job: the plain call tells which, in words.
      // Events that never came through are asked for no more
      events?.close();
      if (!stop.signal.aborted) poll(heard ? listen : pollOnly);
    };
  };
  const pollOnly = () => poll(pollOnly);

  listen();
  return () => {
    stop.abort();
    clearTimeout(timer);
    events?.close();
  };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { isAbort } from '../api/client';
import type { Result } from '../api/types';

export interface Run {
  running: boolean;
  stopped: boolean;
  /** milliseconds since the start, while it runs */
  elapsed: number;
  result: Result | undefined;
  error: Error | undefined;
}

const IDLE: Run = { running: false, stopped: false, elapsed: 0, result: undefined, error: undefined };

/** One question at a time; asking again, stopping or leaving gives up the one before. */
export function useRun() {
  const [run, setRun] = useState<Run>(IDLE);
  const current = useRef<AbortController>(undefined);

  const start = useCallback((ask: (signal: AbortSignal) => Promise<Result>) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setRun({ ...IDLE, running: true });
    ask(controller.signal).then(
      (result) => {
        if (current.current === controller) setRun({ ...IDLE, result });
      },
      (error: unknown) => {
        if (current.current !== controller) return;
        if (isAbort(error)) setRun({ ...IDLE, stopped: true });
        else setRun({ ...IDLE, error: error instanceof Error ? error : new Error(String(error)) });
      },
    );
  }, []);
  const stop = useCallback(() => current.current?.abort(), []);
  const clear = useCallback(() => {
    current.current?.abort();
    current.current = undefined;
    setRun(IDLE);
  }, []);

  useEffect(() => () => current.current?.abort(), []);
  useEffect(() => {
    if (!run.running) return;
    const began = performance.now();
    const timer = setInterval(
      () => setRun((now) => (now.running ? { ...now, elapsed: performance.now() - began } : now)),
      100,
    );
    return () => clearInterval(timer);
  }, [run.running]);

  return { run, start, stop, clear };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { isAbort } from '../api/client';
import type { Parameters, Result } from '../api/types';

/** A question as it was put. */
export interface Asked {
  statement: string;
  parameters: Parameters;
}

export interface Run {
  running: boolean;
  stopped: boolean;
  /** milliseconds since the start, while it runs */
  elapsed: number;
  asked: Asked | undefined;
  result: Result | undefined;
  error: Error | undefined;
}

const IDLE: Run = {
  running: false,
  stopped: false,
  elapsed: 0,
  asked: undefined,
  result: undefined,
  error: undefined,
};

/** One question at a time; asking again, stopping or leaving gives up the one before. */
export function useRun() {
  const [run, setRun] = useState<Run>(IDLE);
  const current = useRef<AbortController>(undefined);

  const start = useCallback((asked: Asked, ask: (signal: AbortSignal) => Promise<Result>) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const now = { ...IDLE, asked };
    setRun({ ...now, running: true });
    ask(controller.signal).then(
      (result) => {
        if (current.current === controller) setRun({ ...now, result });
      },
      (error: unknown) => {
        if (current.current !== controller) return;
        if (isAbort(error)) setRun({ ...now, stopped: true });
        else setRun({ ...now, error: error instanceof Error ? error : new Error(String(error)) });
      },
    );
  }, []);
  const stop = useCallback(() => current.current?.abort(), []);

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

  return { run, start, stop };
}

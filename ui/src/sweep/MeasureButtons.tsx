import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useApi } from '../api/context';
import type { Trace } from '../api/types';
import { ErrorBox } from '../common/States';
import { explained, requestFor } from '../explain/choices';
import { JobWatch } from '../prompt/JobWatch';
import type { TraceRoute } from '../route/route';
import { MEASURES } from './sweeps';

/** Sweeps of the trace's prompt with one click each; what they measured is shown when they are through. */
export function MeasureButtons({ trace, route }: { trace: Trace; route: TraceRoute }) {
  const api = useApi();
  const client = useQueryClient();
  const [job, setJob] = useState<string>();
  const ask = useMutation({
    mutationFn: (asked: (typeof MEASURES)[number]['asked']) =>
      api.submit({ ...requestFor(trace, explained(trace)), ...asked }),
    onSuccess: (started) => setJob(started.id),
  });
  const id = trace.id;
  const onDone = useCallback(() => {
    // whatever shows what was measured: this panel, the heads, the story
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(id) });
    setJob(undefined);
  }, [client, id]);
  const { figure: _, ...newest } = route;
  const busy = ask.isPending || job !== undefined;
  return (
    <>
      <span className="measure-buttons" role="group" aria-label="Measure">
        {MEASURES.map(({ name, about, asked }) => (
          <button key={name} type="button" title={about} disabled={busy} onClick={() => ask.mutate(asked)}>
            Measure {name}
          </button>
        ))}
      </span>
      {ask.error && <ErrorBox error={ask.error} />}
      {job !== undefined && (
        <JobWatch
          key={job}
          id={job}
          opens={(made) => ({ ...newest, id: made })}
          onDone={onDone}
          onClose={() => setJob(undefined)}
        />
      )}
    </>
  );
}

import { useEffect } from 'react';
import { useTrace } from '../api/hooks';
import type { TraceSummary } from '../api/types';
import type { CompareRoute } from '../route/route';
import { navigate } from '../route/useRoute';

/** A changed pass beside the pass as it is: baseline against changed; none of what was not changed. */
export function withBaseline(trace: Pick<TraceSummary, 'id' | 'baseline'>): CompareRoute | undefined {
  return trace.baseline === undefined
    ? undefined
    : { page: 'compare', by: 'picture', left: trace.baseline, right: trace.id };
}

/** Where one side is chosen and was changed, its baseline becomes the other, until somebody chooses another. */
export function useBaseline(left: string | undefined, right: string | undefined): void {
  const alone = left === undefined ? right : right === undefined ? left : undefined;
  const trace = useTrace(alone ?? '', alone !== undefined && !alone.startsWith('tag:'));
  useEffect(() => {
    const pair = alone !== undefined && trace.data ? withBaseline(trace.data) : undefined;
    if (pair) navigate(pair, 'replace');
  }, [alone, trace.data]);
}

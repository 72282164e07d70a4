import { useDeferredValue, useMemo, useState } from 'react';
import { useFlow } from '../api/hooks';
import type { FlowDetail } from '../api/types';
import { useAtRest } from '../common/useAtRest';
import { pruneFlow } from '../flow/prune';
import { THRESHOLDS } from '../route/route';

/**
 * A trace's flow above a threshold: first as the server has it; then all that the slider can show is fetched once, and each threshold is
 * taken from that, so that the picture follows the hand. The address hears of it when the hand rests.
 */
export function useLiveFlow(
  id: string,
  threshold: number,
  detail: FlowDetail,
  onThreshold: (threshold: number) => void,
) {
  const { live, setLive } = useAtRest(onThreshold);
  const [start] = useState(threshold);
  const first = useFlow(id, { threshold: start, detail });
  const whole = useFlow(id, { threshold: THRESHOLDS.least, detail }, first.isSuccess);
  const ready = whole.data?.detail === detail && !whole.isPlaceholderData;
  const at = useDeferredValue(live ?? threshold);
  const pruned = useMemo(
    () => (ready && whole.data ? pruneFlow(whole.data, at) : undefined),
    [ready, whole.data, at],
  );
  return {
    data: pruned ?? first.data,
    error: pruned ? null : (first.error ?? whole.error),
    isPending: !pruned && first.isPending,
    isFetching: first.isFetching || whole.isFetching,
    refetch: () => {
      void first.refetch();
      void whole.refetch();
    },
    shown: live ?? threshold,
    setLive,
  };
}

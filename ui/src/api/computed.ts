import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useApi } from './context';
import type { BlockPlace, Why } from './types';

/** What a model computes while somebody waits. */
export interface Computation {
  error: Error | null;
  /** at it, with nothing to show yet of what is asked */
  running: boolean;
  /** given up, until it is asked for again */
  cancelled: boolean;
  /** the server ends its work */
  cancel: () => void;
  again: () => void;
}

/** What a trace does not keep; it stays as it is. Without a node nothing is asked. */
export function useComputed(id: string, node: string | undefined) {
  const api = useApi();
  const queryKey = ['computed', id, node];
  const computed = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.computed(id, node ?? '', signal),
    staleTime: Infinity,
    enabled: node !== undefined,
  });
  return { data: computed.data, computation: useComputation(computed, queryKey) };
}

/** All of a block at a position. */
export function useBlock(id: string, { layer, position }: BlockPlace) {
  const api = useApi();
  const queryKey = ['computed', id, 'block', layer, position];
  const block = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.block(id, layer, position, signal),
    staleTime: Infinity,
  });
  return { data: block.data, computation: useComputation(block, queryKey) };
}

/** Why a head looks from one position at another; while another key's is computed, the last one's. */
export function useScore(id: string, { head, ...at }: Why) {
  const api = useApi();
  const queryKey = ['score', id, head, at];
  const score = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.score(id, head, at, signal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return { data: score.data, computation: useComputation(score, queryKey) };
}

function useComputation(query: UseQueryResult, queryKey: readonly unknown[]): Computation {
  const client = useQueryClient();
  const waiting = query.isPending || query.isPlaceholderData;
  return {
    error: query.error,
    running: waiting && query.isFetching,
    cancelled: waiting && query.isEnabled && query.fetchStatus === 'idle',
    cancel: () => void client.cancelQueries({ queryKey, exact: true }),
    again: () => void query.refetch(),
  };
}

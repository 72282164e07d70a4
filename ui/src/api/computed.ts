import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from './context';
import type { BlockPlace, Why } from './types';

/** What a trace does not keep; it stays as it is. Without a node nothing is asked. */
export function useComputed(id: string, node: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['computed', id, node],
    queryFn: ({ signal }) => api.computed(id, node ?? '', signal),
    staleTime: Infinity,
    enabled: node !== undefined,
  });
}

/** All of a block at a position. The server ends its work where it is cancelled; `cancelled` until it is asked for again. */
export function useBlock(id: string, { layer, position }: BlockPlace) {
  const api = useApi();
  const client = useQueryClient();
  const queryKey = ['computed', id, 'block', layer, position];
  const block = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.block(id, layer, position, signal),
    staleTime: Infinity,
  });
  return {
    ...block,
    cancelled: block.isPending && block.fetchStatus === 'idle',
    cancel: () => void client.cancelQueries({ queryKey }),
  };
}

/** Why a head looks from one position at another. */
export function useScore(id: string, { head, ...at }: Why) {
  const api = useApi();
  return useQuery({
    queryKey: ['score', id, head, at],
    queryFn: ({ signal }) => api.score(id, head, at, signal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from './context';
import type { Why } from './types';

/** What a trace does not keep; it stays as it is. */
export function useComputed(id: string, node: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['computed', id, node],
    queryFn: ({ signal }) => api.computed(id, node, signal),
    staleTime: Infinity,
  });
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

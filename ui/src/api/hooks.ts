import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { FlowOptions, TraceFilter } from './client';
import { useApi } from './context';
import type { CompareQuestion, LensSite, Model, ParameterType, StoryMeasure } from './types';

export function useSettings() {
  const api = useApi();
  return useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api.settings(signal),
    staleTime: Infinity,
  });
}

export function useSession() {
  const api = useApi();
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => api.session(signal),
    staleTime: Infinity,
  });
}

export function useModels() {
  const api = useApi();
  return useQuery({ queryKey: ['models'], queryFn: ({ signal }) => api.models(signal), staleTime: 60_000 });
}

/** A trace names its model by id, a job request may use its name: either finds it. */
export function findModel(models: Model[] | undefined, idOrName: string | undefined): Model | undefined {
  return models?.find((model) => model.id === idOrName || model.name === idOrName);
}

export function useTraces(filter: TraceFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['traces', filter],
    queryFn: ({ pageParam, signal }) => api.traces({ ...filter, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** What begins as typed; while the next answer is on its way, the one before stands. */
export function useCompletions(type: ParameterType, prefix: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['completions', type, prefix],
    queryFn: ({ signal }) => api.completions(type, prefix, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}

export function useDeleteTrace() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.deleteTrace(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['traces'] }),
  });
}

export function useTrace(id: string, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['trace', id],
    queryFn: ({ signal }) => api.trace(id, signal),
    staleTime: Infinity,
    enabled,
  });
}

/** Keeps the previous picture of the same trace while the next one loads. */
export function useFlow(id: string, options: FlowOptions, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['flow', id, options],
    queryFn: ({ signal }) => api.flow(id, options, signal),
    placeholderData: (previous) => (previous?.trace === id ? previous : undefined),
    staleTime: Infinity,
    enabled,
  });
}

/** The whole slider's: asked once. */
/** @param measure what it is told in; absent: the one that says most */
export function useStory(id: string, measure?: StoryMeasure, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['story', id, measure],
    queryFn: ({ signal }) => api.story(id, measure, signal),
    // what was measured may be more by then
    staleTime: 60_000,
    enabled,
  });
}

export function useHeads(id: string, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['heads', id],
    queryFn: ({ signal }) => api.heads(id, signal),
    staleTime: Infinity,
    enabled,
  });
}

export function useLens(id: string, site: LensSite) {
  const api = useApi();
  return useQuery({
    queryKey: ['lens', id, site],
    queryFn: ({ signal }) => api.lens(id, site, signal),
    staleTime: Infinity,
  });
}

/** The whole pattern of one head. */
export function useAttention(id: string, { layer, head }: { layer: number; head: number }) {
  const api = useApi();
  return useQuery({
    queryKey: ['attention', id, layer, head],
    queryFn: ({ signal }) => api.attention(id, { layer, head }, signal),
    staleTime: Infinity,
  });
}

export function useThumbnails(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['thumbnails', id],
    queryFn: ({ signal }) => api.thumbnails(id, signal),
    staleTime: Infinity,
  });
}

export function useActivation(id: string, node: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['activation', id, node],
    queryFn: ({ signal }) => api.activation(id, node, signal),
    staleTime: Infinity,
  });
}

/** What a whole is made of; without a node, the trace's metric. */
export function useSum(id: string, node: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['sum', id, node],
    queryFn: ({ signal }) => api.sum(id, node, signal),
    staleTime: Infinity,
  });
}

export function useQueries() {
  const api = useApi();
  return useQuery({
    queryKey: ['queries'],
    queryFn: ({ signal }) => api.queries(signal),
    staleTime: Infinity,
  });
}

/** A set may grow while the page is open, so its answer is not kept for ever. */
export function useComparison(question: CompareQuestion) {
  const api = useApi();
  return useQuery({
    queryKey: ['compare', question],
    queryFn: ({ signal }) => api.compare(question, signal),
    staleTime: 60_000,
  });
}

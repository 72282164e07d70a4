import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from './context';
import type { LabelRequest } from './types';

/** Hooks for what people add to the graph: labels of components, views of traces. */

const NONE: ReadonlyMap<string, string> = new Map();

/** What is called something, by words of the label, the note or the component. */
export function useLabels(filter: { model?: string; query?: string }, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['labels', filter],
    queryFn: ({ signal }) => api.labels(filter, signal),
    staleTime: 60_000,
    enabled,
  });
}

/** What components of a model are called, by their names; nothing while that is not known. */
export function useNames(model: string): ReadonlyMap<string, string> {
  const labels = useLabels({ model }).data;
  return useMemo(
    () => (labels ? new Map(labels.map((each) => [each.component, each.label])) : NONE),
    [labels],
  );
}

/** Calls a component something; without a request, nothing any more. */
export function useLabelling(model: string, component: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: LabelRequest | undefined) => {
      await (request ? api.putLabel(model, component, request) : api.deleteLabel(model, component));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['labels'] }),
  });
}

export function useComponent(model: string, name: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['component', model, name],
    queryFn: ({ signal }) => api.component(model, name, signal),
    staleTime: 60_000,
  });
}

export function useViews(trace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['views', trace],
    queryFn: ({ signal }) => api.views(trace, signal),
    staleTime: 60_000,
  });
}

/** Saves a view under a name; without an address, forgets the one that has it. */
export function useSaving(trace: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, address }: { name: string; address: string | undefined }) => {
      await (address === undefined ? api.deleteView(trace, name) : api.putView(trace, name, address));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['views', trace] }),
  });
}

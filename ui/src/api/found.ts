import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from './context';
import type { Parameters } from './types';

/** Found by jobs, so they may be others later. */
export function useCircuits() {
  const api = useApi();
  return useQuery({ queryKey: ['circuits'], queryFn: ({ signal }) => api.circuits(signal) });
}

/** With its nodes and edges. */
export function useCircuit(id: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['circuit', id],
    queryFn: ({ signal }) => api.circuit(id ?? '', signal),
    enabled: id !== undefined,
    staleTime: Infinity,
  });
}

/** A circuit as what belongs to it: heads and MLPs by name. */
export interface Membership {
  name: string;
  members: ReadonlySet<string>;
}

/** What belongs to a circuit; nothing while that is not known, or where there is none of that id. */
export function useMembership(id: string | undefined): Membership | undefined {
  const whole = useCircuit(id).data;
  return useMemo(
    () => whole && { name: whole.circuit.name, members: new Set(whole.nodes.map(({ name }) => name)) },
    [whole],
  );
}

/** The answer of a named question: what is asked of a trace changes where something is measured of it. */
export function useNamedQuery(name: string, parameters: Parameters) {
  const api = useApi();
  return useQuery({
    queryKey: ['query', name, parameters.trace, parameters],
    queryFn: ({ signal }) => api.runQuery(name, parameters, signal),
    staleTime: 60_000,
  });
}

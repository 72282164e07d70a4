import { useMemo } from 'react';
import { useMembership } from '../api/found';
import { useNames } from '../api/people';
import type { Known } from '../story/told';

/** What people call the components of a model, and which of them belong to the circuit that is chosen. */
export function useKnown(model: string, circuit: string | undefined): Known {
  const names = useNames(model);
  const membership = useMembership(circuit);
  return useMemo(() => ({ names, circuit: membership }), [names, membership]);
}

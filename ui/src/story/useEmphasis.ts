import { useMemo } from 'react';
import { litEdges, type Mark } from './lit';
import type { StoryLayout } from './layout/layout';
import { strongestChains, type Point } from './strongestChains';

interface Emphasised {
  hovered: Mark | undefined;
  traced: number | undefined;
  /** two ends of chains, or the first of them */
  ends: readonly Point[];
  selected: string | undefined;
}

/** What stands out in the picture, and the chains between two marks. */
export function useEmphasis(
  layout: StoryLayout,
  target: number,
  { hovered, traced, ends, selected }: Emphasised,
) {
  const chosen = selected === undefined ? undefined : layout.byId.get(selected);
  const chains = useMemo(() => {
    const [one, other] = ends;
    return one === undefined || other === undefined
      ? []
      : strongestChains(layout.pills, layout.edges, [one, other], target);
  }, [layout, ends, target]);
  const lit = useMemo(() => {
    const chained = [...new Set(chains.flatMap((chain) => chain.edges))];
    return litEdges(layout, target, { hovered, traced, chained, chosen });
  }, [layout, target, hovered, traced, chains, chosen]);
  return { chosen, chains, lit };
}

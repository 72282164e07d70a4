import type { KeyboardEvent, RefObject } from 'react';
import type { StoryLayout } from './layout/layout';
import { step, type Step } from './navigate';

const STEPS: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  f: 'strongest',
  F: 'strongest',
  '[': 'stronger',
  ']': 'weaker',
};

/** Keys on a pill: those that go to another, and those that inspect it. */
export function useStepping(
  svg: RefObject<SVGSVGElement | null>,
  layout: StoryLayout,
  onSelect: (id: string) => void,
  onEnd: (id: string) => void,
) {
  return (event: KeyboardEvent<SVGSVGElement>) => {
    const id = event.target instanceof Element ? event.target.getAttribute('data-pill') : null;
    const pill = id === null ? undefined : layout.byId.get(id);
    if (!pill || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = STEPS[event.key];
    if (event.key === 'Enter' || event.key === ' ') (event.shiftKey ? onEnd : onSelect)(pill.id);
    else if (way) {
      const next = step(layout.pills, layout.edges, pill, way);
      if (next) svg.current?.querySelector<SVGGElement>(`[data-pill="${CSS.escape(next.id)}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
}

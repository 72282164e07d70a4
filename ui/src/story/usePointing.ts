import { useState, type PointerEvent, type RefObject } from 'react';
import type { Mark } from './lit';
import { FRAME, type StoryLayout } from './layout/layout';
import { nearest } from './nearest';

/** The mark that the pointer is nearest to; over axes and title there is none. */
export function usePointing(svg: RefObject<SVGSVGElement | null>, layout: StoryLayout) {
  const [hovered, setHovered] = useState<Mark>();

  const onPointerMove = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return;
    if (event.target instanceof Element && event.target.closest('[data-axis]')) {
      setHovered(undefined);
      return;
    }
    const at = { x: event.clientX - box.left - FRAME.left, y: event.clientY - box.top - FRAME.top };
    const next = nearest(layout.pills, layout.edges, at);
    setHovered((known) => {
      if (known?.pill?.id === next.pill?.id && known?.edge?.id === next.edge?.id) return known;
      return next.pill || next.edge ? next : undefined;
    });
  };
  // a finger does not hover: where it comes down is where it points
  return { hovered, setHovered, onPointerMove, onPointerDown: onPointerMove };
}

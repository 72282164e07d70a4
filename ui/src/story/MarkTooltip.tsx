import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { FRAME } from './layout/layout';
import type { Mark } from './lit';

const GAP = 10;

/** Words at a mark: below it or above it, wherever there is room. */
export function MarkTooltip({
  mark: { pill, edge },
  frame,
  children,
}: {
  mark: Mark;
  frame: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);

  // before the browser paints
  useLayoutEffect(() => {
    const [element, panel] = [box.current, frame.current];
    if (!element || !panel) return;
    const at = pill ?? edge?.corners.at(-1) ?? { x: 0, y: 0 };
    const x = at.x + FRAME.left - panel.scrollLeft;
    const y = at.y + FRAME.top - panel.scrollTop;
    const high = pill?.height ?? 0;
    const below = y + high + GAP;
    const fits = below + element.offsetHeight <= panel.clientHeight;
    element.style.left = `${Math.max(4, Math.min(x, panel.clientWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${Math.max(4, fits ? below : y - element.offsetHeight - GAP)}px`;
  });

  return (
    <div className="tooltip story-tooltip" ref={box} role="tooltip">
      {children}
    </div>
  );
}

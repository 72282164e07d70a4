/* eslint-disable react-hooks/preserve-manual-memoization, react-hooks/immutability -- what scrolls is moved past React, which would be late */
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Camera } from '../route/route';
import { GUTTER } from './layout/gutter';
import { FRAME, type StoryLayout } from './layout/layout';

interface Size {
  width: number;
  height: number;
}

/** A move shorter than this is none. */
const MOVED = 3;
const REST = 250;

/**
 * The picture scrolls where it is larger than its panel, and its axes stay: their transforms are set on the elements, past React. `onRest` hears where the reader came to rest, if
 * that is another place.
 */
export function useScroll(
  frame: RefObject<HTMLDivElement | null>,
  layout: StoryLayout,
  panel: Size,
  camera: Camera | undefined,
  onRest: (place: { x: number; y: number }) => void,
  begins: 'left' | 'right' = 'right',
) {
  const title = useRef<SVGGElement>(null);
  const head = useRef<SVGGElement>(null);
  const layers = useRef<SVGGElement>(null);
  const tokens = useRef<SVGGElement>(null);
  const gutter = useRef<SVGGElement>(null);
  const corners = useRef<SVGGElement>(null);
  const known = useRef({ x: 0, y: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(onRest);
  useEffect(() => {
    told.current = onRest;
  });

  const keep = useCallback(() => {
    const { scrollLeft = 0, scrollTop = 0 } = frame.current ?? {};
    const move = (group: SVGGElement | null, x: number, y: number) =>
      group?.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    const below = FRAME.top + layout.inner.height;
    const right = FRAME.left + layout.inner.width;
    move(title.current, scrollLeft, scrollTop);
    move(layers.current, scrollLeft, FRAME.top);
    const low = Math.min(below, scrollTop + panel.height - FRAME.bottom);
    move(tokens.current, FRAME.left, low);
    move(corners.current, scrollLeft, low);
    const more = below - low > MOVED;
    corners.current?.querySelector('[data-more]')?.setAttribute('visibility', more ? 'visible' : 'hidden');
    const end = Math.min(right, scrollLeft + panel.width - GUTTER);
    move(gutter.current, end, FRAME.top);
    move(head.current, end, scrollTop);
  }, [frame, layout, panel]);

  // at first a story's target's column is in view, which is the last
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    box.scrollLeft = camera?.x ?? (begins === 'left' ? 0 : layout.width);
    box.scrollTop = camera?.y ?? 0;
    known.current = { x: box.scrollLeft, y: box.scrollTop };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only where another picture is laid out
  }, [frame, layout.width, layout.height]);

  useLayoutEffect(keep, [keep]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onScroll = useCallback(() => {
    keep();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const box = frame.current;
      if (!box) return;
      const place = { x: box.scrollLeft, y: box.scrollTop };
      if (Math.hypot(place.x - known.current.x, place.y - known.current.y) <= MOVED) return;
      known.current = place;
      told.current(place);
    }, REST);
  }, [frame, keep]);

  return { title, head, layers, tokens, gutter, corners, onScroll };
}

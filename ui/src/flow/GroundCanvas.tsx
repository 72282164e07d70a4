import { useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import type { Palette } from '../theme/palette';
import { groundOf, paint, type Ground } from './ground';
import type { Layout } from './layout';
import type { Stand } from './stand';

export interface GroundHandle {
  /** moves what is painted to where the drawing stands, and paints it anew when that rests */
  place: (stand: Stand) => void;
}

interface GroundCanvasProps {
  layout: Layout;
  palette: Palette;
  size: { width: number; height: number };
  ref: Ref<GroundHandle>;
}

/** ms without a move until the picture is sharp again */
const REST = 120;
/** ms that painting may take to be done at each move */
const QUICK = 14;

/**
 * Bands and edges as pixels, so that thousands of them cost no element each. While the reader moves, pixels are moved with them where painting anew
 * would take longer than a frame.
 */
export function GroundCanvas({ layout, palette, size, ref }: GroundCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useMemo(() => groundOf(layout, palette), [layout, palette]);
  const state = useRef<{ stand: Stand; painted?: Stand; took: number; rest?: number; frame?: number }>({
    stand: { k: 1, x: 0, y: 0 },
    took: 0,
  });

  const repaint = (given: Ground) => {
    const { current } = canvas;
    const context = current?.getContext('2d');
    if (!current || !context) return;
    const sharp = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(size.width * sharp), Math.round(size.height * sharp)];
    if (current.width !== wide || current.height !== high) {
      current.width = wide;
      current.height = high;
    }
    const { stand } = state.current;
    const began = performance.now();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, wide, high);
    context.setTransform(sharp * stand.k, 0, 0, sharp * stand.k, sharp * stand.x, sharp * stand.y);
    paint(given, context);
    state.current.took = performance.now() - began;
    state.current.painted = stand;
    current.style.transform = '';
  };
  const latest = useRef(() => repaint(ground));
  // a new layout and where it stands are told of one after the other, and painted once
  const soon = useRef(() => {
    state.current.frame ??= requestAnimationFrame(() => {
      delete state.current.frame;
      latest.current();
    });
  });
  useEffect(() => {
    latest.current = () => repaint(ground);
    soon.current();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- all that is painted from is named
  }, [ground, size]);
  useEffect(
    () => () => {
      window.clearTimeout(state.current.rest);
      if (state.current.frame !== undefined) cancelAnimationFrame(state.current.frame);
      delete state.current.frame; // a development server mounts twice
    },
    [],
  );

  useImperativeHandle(
    ref,
    () => ({
      place: (stand) => {
        const { current } = state;
        current.stand = stand;
        window.clearTimeout(current.rest);
        if (current.took <= QUICK) soon.current();
        else {
          if (canvas.current && current.painted)
            canvas.current.style.transform = from(current.painted, stand);
          current.rest = window.setTimeout(() => latest.current(), REST);
        }
      },
    }),
    [],
  );
  return <canvas ref={canvas} className="ground" aria-hidden="true" />;
}

/** What moves a picture painted at one stand to where it would be at another, from its upper left corner. */
function from(painted: Stand, now: Stand): string {
  const k = now.k / painted.k;
  return `translate(${now.x - painted.x * k}px, ${now.y - painted.y * k}px) scale(${k})`;
}

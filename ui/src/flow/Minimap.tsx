import { useImperativeHandle, useMemo, useRef, type PointerEvent, type Ref } from 'react';
import type { Palette } from '../theme/palette';
import type { Layout } from './layout';
import { overflows, type Size, type Stand } from './stand';

export interface MinimapHandle {
  place: (stand: Stand, view: Size) => void;
}

interface MinimapProps {
  layout: Layout;
  palette: Palette;
  /** brings a point of the drawing into the middle of the view */
  onCentre: (x: number, y: number) => void;
  ref: Ref<MinimapHandle>;
}

const LONGEST = { width: 180, height: 76 };
const DOT = 2;

/** The whole drawing small, with what of it is in view; only where a part of it is not. The arrow keys of the graph bring into view what they reach. */
export function Minimap({ layout, palette, onCentre, ref }: MinimapProps) {
  const svg = useRef<SVGSVGElement>(null);
  const frame = useRef<SVGRectElement>(null);
  const scale = Math.min(LONGEST.width / layout.width, LONGEST.height / layout.height);
  const dots = useMemo(() => {
    const d = DOT / scale;
    return layout.nodes.map(({ x, y }) => `M${x.toFixed(0)} ${y.toFixed(0)}h${d}v${d}h${-d}z`).join('');
  }, [layout, scale]);

  useImperativeHandle(
    ref,
    () => ({
      place: (stand, view) => {
        if (!svg.current || !frame.current) return;
        svg.current.style.display = overflows(layout, view, stand) ? '' : 'none';
        const box = { x: -stand.x, y: -stand.y, width: view.width, height: view.height };
        for (const [name, value] of Object.entries(box))
          frame.current.setAttribute(name, (value / stand.k).toFixed(1));
      },
    }),
    [layout],
  );
  const centre = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onCentre((event.clientX - box.left) / scale, (event.clientY - box.top) / scale);
  };
  return (
    <svg
      ref={svg}
      className="minimap"
      width={layout.width * scale}
      height={layout.height * scale}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
      style={{ display: 'none' }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        centre(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && centre(event)}
    >
      <path d={dots} fill={palette.dim} />
      <rect
        ref={frame}
        fill={palette.accent}
        fillOpacity={0.12}
        stroke={palette.accent}
        strokeWidth={1.5 / scale}
      />
    </svg>
  );
}

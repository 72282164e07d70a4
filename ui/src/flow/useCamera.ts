import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import { useCallback, useEffect, useRef } from 'react';
import type { Camera } from '../route/route';
import { fitting, type Scales, type Size, type Stand } from './stand';

const SCALES: [number, number] = [0.1, 8];
/** px: a hand that clicks moves the pointer by so much */
const MOVED = 3;
/** px between what the keys reach and the view's sides */
const MARGIN = 60;

/**
 * Wheel to zoom, drag to pan. The drawing's transform is set on the element, past React, so that thousands of marks move
 * without being rendered again; `onCamera` hears where the reader came to rest (undefined: as it is at first), `onStand` every step of the way.
 */
export function useCamera(
  size: Size,
  scales: Scales,
  camera: Camera | undefined,
  onCamera: (camera: Camera | undefined) => void,
  onStand: (stand: Stand, view: Size) => void,
) {
  const svg = useRef<SVGSVGElement>(null);
  const drawing = useRef<SVGGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined);
  const at = useRef<ZoomTransform>(zoomIdentity);
  const latest = useRef({ size, scales, onCamera, onStand });
  useEffect(() => {
    latest.current = { size, scales, onCamera, onStand };
  });

  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    let began: ZoomTransform = zoomIdentity;
    const zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent(SCALES)
      // a finger scrolls the page, and taps; buttons zoom
      .touchable(false)
      .extent(() => [
        [0, 0],
        [element.clientWidth, element.clientHeight],
      ])
      .on('start', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        began = event.transform;
      })
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        at.current = event.transform;
        drawing.current?.setAttribute('transform', event.transform.toString());
        element.classList.toggle('far', event.transform.k < latest.current.scales.least);
        latest.current.onStand(event.transform, viewOf(element));
      })
      .on('end', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (event.sourceEvent && moved(began, event.transform))
          latest.current.onCamera(toCamera(event.transform, element, latest.current.size));
      });
    behaviour.current = zooming;
    select(element).call(zooming).on('dblclick.zoom', null);
    return () => {
      select(element).on('.zoom', null);
    };
  }, []);

  const show = useCallback(() => {
    const element = svg.current;
    if (!element || !behaviour.current) return;
    const { k, x, y } = camera ? fromCamera(camera, element, size) : fitting(size, viewOf(element), scales);
    select(element).call((selection) =>
      behaviour.current?.transform(selection, zoomIdentity.translate(x, y).scale(k)),
    );
  }, [camera, size, scales]);

  useEffect(() => {
    show();
    const element = svg.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(show);
    observer.observe(element);
    return () => observer.disconnect();
  }, [show]);

  const tell = useCallback(() => {
    if (svg.current) latest.current.onCamera(toCamera(at.current, svg.current, latest.current.size));
  }, []);

  const zoomBy = useCallback(
    (factor: number) => {
      if (!svg.current) return;
      select(svg.current).call((selection) => behaviour.current?.scaleBy(selection, factor));
      tell();
    },
    [tell],
  );

  /** brings a point of the drawing to the middle */
  const centre = useCallback(
    (x: number, y: number) => {
      if (!svg.current) return;
      select(svg.current).call((selection) => behaviour.current?.translateTo(selection, x, y));
      tell();
    },
    [tell],
  );

  /** brings a point of the drawing into view where it is not */
  const reveal = useCallback(
    (x: number, y: number) => {
      const element = svg.current;
      if (!element) return;
      const [across, down] = at.current.apply([x, y]);
      const within = (value: number, length: number) => value > MARGIN && value < length - MARGIN;
      if (!within(across, element.clientWidth) || !within(down, element.clientHeight)) centre(x, y);
    },
    [centre],
  );

  return { svg, drawing, zoomBy, centre, reveal };
}

function viewOf(element: Element): Size {
  return { width: element.clientWidth, height: element.clientHeight };
}

function moved(from: ZoomTransform, to: ZoomTransform): boolean {
  return from.k !== to.k || Math.hypot(to.x - from.x, to.y - from.y) > MOVED;
}

/** A camera's place is in parts of the drawing, which is larger or smaller on another screen. */
function fromCamera({ x, y, scale }: Camera, element: Element, size: Size): Stand {
  return {
    k: scale,
    x: element.clientWidth / 2 - scale * x * size.width,
    y: element.clientHeight / 2 - scale * y * size.height,
  };
}

function toCamera(transform: ZoomTransform, element: Element, size: Size): Camera {
  const [x, y] = transform.invert([element.clientWidth / 2, element.clientHeight / 2]);
  return { x: x / size.width, y: y / size.height, scale: transform.k };
}

import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import { useCallback, useEffect, useRef } from 'react';
import type { Camera } from '../route/route';

interface Size {
  width: number;
  height: number;
}

const SCALES: [number, number] = [0.1, 8];
const LARGEST_FIT = 1.5;
/** px: a hand that clicks moves the pointer by so much */
const MOVED = 3;

/**
 * Wheel to zoom, drag to pan. The drawing's transform is set on the element, past React, so that 3,000 edges move
 * without being rendered again; `onCamera` hears where the reader came to rest (undefined: everything in view), `onStand` every step of the way.
 */
export function useCamera(
  size: Size,
  camera: Camera | undefined,
  onCamera: (camera: Camera | undefined) => void,
  onStand: (stand: ZoomTransform, element: SVGSVGElement) => void = ignore,
) {
  const svg = useRef<SVGSVGElement>(null);
  const drawing = useRef<SVGGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined);
  const told = useRef(onCamera);
  const stood = useRef(onStand);
  useEffect(() => {
    told.current = onCamera;
    stood.current = onStand;
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
        drawing.current?.setAttribute('transform', event.transform.toString());
        stood.current(event.transform, element);
      })
      .on('end', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (event.sourceEvent && moved(began, event.transform))
          told.current(toCamera(event.transform, element));
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
    const transform = camera ? fromCamera(camera, element) : fitting(size, element);
    select(element).call((selection) => behaviour.current?.transform(selection, transform));
  }, [camera, size]);

  useEffect(() => {
    show();
    const element = svg.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(show);
    observer.observe(element);
    return () => observer.disconnect();
  }, [show]);

  const zoomBy = useCallback((factor: number) => {
    const element = svg.current;
    if (!element) return;
    select(element).call((selection) => behaviour.current?.scaleBy(selection, factor));
    const group = drawing.current?.transform.baseVal.consolidate()?.matrix;
    if (group) told.current(toCamera(zoomIdentity.translate(group.e, group.f).scale(group.a), element));
  }, []);

  return { svg, drawing, zoomBy };
}

function ignore() {
  // nothing stands beside the drawing
}

function moved(from: ZoomTransform, to: ZoomTransform): boolean {
  return from.k !== to.k || Math.hypot(to.x - from.x, to.y - from.y) > MOVED;
}

function fitting(size: Size, element: SVGSVGElement): ZoomTransform {
  const scale =
    Math.min(element.clientWidth / size.width, element.clientHeight / size.height, LARGEST_FIT) || 1;
  return fromCamera({ x: size.width / 2, y: size.height / 2, scale }, element);
}

function fromCamera(camera: Camera, element: SVGSVGElement): ZoomTransform {
  return zoomIdentity
    .translate(element.clientWidth / 2, element.clientHeight / 2)
    .scale(camera.scale)
    .translate(-camera.x, -camera.y);
}

function toCamera(transform: ZoomTransform, element: SVGSVGElement): Camera {
  const [x, y] = transform.invert([element.clientWidth / 2, element.clientHeight / 2]);
  return { x, y, scale: transform.k };
}

import type { Camera, TraceRoute } from '../route/route';

/** A step of the buttons and keys. */
export const ZOOM = 1.25;
const LARGEST = 4;

/** What changes how a story is looked at; nothing is written of one that is seen whole. */
export function storyCamera(route: TraceRoute, go: (next: TraceRoute) => void) {
  const onCamera = (camera: Camera | undefined) => {
    const { camera: _, ...rest } = route;
    go(camera === undefined ? rest : { ...rest, camera });
  };
  const zoomBy = (factor: number) => {
    const { x = 0, y = 0, scale = 1 } = route.camera ?? {};
    const next = Math.min(LARGEST, Math.max(1, scale * factor));
    onCamera(next === 1 ? undefined : { x: (x * next) / scale, y: (y * next) / scale, scale: next });
  };
  return { onCamera, zoomBy };
}

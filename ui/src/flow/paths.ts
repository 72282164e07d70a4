import type { EdgeKind } from '../api/types';

interface Point {
  x: number;
  y: number;
}

/** SVG path data of an edge. Up is negative y. */
export function edgePath(kind: EdgeKind, from: Point, to: Point): string {
  switch (kind) {
    case 'stream':
    case 'neuron':
      return `M${at(from)}L${at(to)}`;
    case 'attend':
      return attendPath(from, to);
    case 'head':
    case 'attention':
    case 'mlp':
      // rises first, then bends into the stream
      return `M${at(from)}Q${at({ x: from.x, y: to.y })} ${at(to)}`;
    case 'read':
      return `M${at(from)}Q${at({ x: to.x, y: from.y })} ${at(to)}`;
  }
}

/** Leaves the key's column upward, crosses, and enters the head from below; the farther, the flatter. */
function attendPath(from: Point, to: Point): string {
  const rise = from.y - to.y;
  const lean = (to.x - from.x) * 0.25;
  return `M${at(from)}C${at({ x: from.x + lean, y: from.y - rise * 0.75 })} ${at({ x: to.x - lean, y: to.y + rise * 0.6 })} ${at(to)}`;
}

function at(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Paths of straight pieces with rounded corners, as their corners: what is drawn and what tests and the pointer measure is the same. */
export interface Point {
  x: number;
  y: number;
}

const ROUND = 6;

/** SVG path data through the corners. */
export function rounded(corners: readonly Point[]): string {
  const points = corners.filter((point, i) => i === 0 || distance(point, corners[i - 1] ?? point) > 0.05);
  const [first] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  for (let i = 1; i < points.length; i++) {
    const [before, here, after] = [points[i - 1], points[i], points[i + 1]];
    if (!before || !here) continue;
    if (!after) path += `L${at(here)}`;
    else {
      const radius = Math.min(ROUND, distance(before, here) / 2, distance(here, after) / 2);
      path += `L${at(toward(here, before, radius))}Q${at(here)} ${at(toward(here, after, radius))}`;
    }
  }
  return path;
}

function toward(from: Point, to: Point, by: number): Point {
  const all = distance(from, to);
  const part = all === 0 ? 0 : by / all;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Points along the path, at most so far from each other. */
export function along(corners: readonly Point[], step: number): Point[] {
  const points: Point[] = corners.slice(0, 1);
  for (let i = 1; i < corners.length; i++) {
    const [from, to] = [corners[i - 1], corners[i]];
    if (!from || !to) continue;
    const pieces = Math.max(1, Math.ceil(distance(from, to) / step));
    for (let k = 1; k <= pieces; k++) points.push(toward(from, to, (distance(from, to) * k) / pieces));
  }
  return points;
}

/** How far a point is from the path. */
export function distanceTo(corners: readonly Point[], point: Point): number {
  let least = Infinity;
  for (let i = 1; i < corners.length; i++) {
    const [a, b] = [corners[i - 1], corners[i]];
    if (a && b) least = Math.min(least, toPiece(a, b, point));
  }
  return least;
}

function toPiece(a: Point, b: Point, point: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const t =
    square === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / square));
  return distance(point, { x: a.x + t * dx, y: a.y + t * dy });
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { Palette } from '../theme/palette';
import type { Layout } from './layout';
import { edgeColour, edgeWidth } from './scales';

/** What lies under the nodes, many and none of it answering the pointer: layers as bands, and edges above them. */
export interface Ground {
  bands: { y: number; height: number; width: number; opacity: number }[];
  band: string;
  strokes: { path: string; colour: string; width: number }[];
}

export const EDGE_OPACITY = 0.7;

export function groundOf(layout: Layout, palette: Palette): Ground {
  const bands = layout.rows.flatMap(({ lines, y, height }, i) => {
    const opacity = lines === 0 ? 1 : i % 2 === 1 ? 0.55 : 0;
    return opacity > 0 ? [{ y, height, width: layout.width, opacity }] : [];
  });
  const strokes = layout.edges.map(({ path, kind, share }) => ({
    path,
    colour: edgeColour(palette, kind),
    width: edgeWidth(share),
  }));
  return { bands, band: palette.raised, strokes };
}

/** Onto a canvas whose transform is set. */
export function paint(ground: Ground, context: CanvasRenderingContext2D): void {
  context.fillStyle = ground.band;
  for (const { y, height, width, opacity } of ground.bands) {
    context.globalAlpha = opacity;
    context.fillRect(0, y, width, height);
  }
  context.globalAlpha = EDGE_OPACITY;
  for (const { path, colour, width } of ground.strokes) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(new Path2D(path));
  }
  context.globalAlpha = 1;
}

/** The same as marks of an image. */
export function groundMarks({ bands, band, strokes }: Ground): string {
  const rects = bands.map(
    ({ y, height, width, opacity }) =>
      `<rect x="0" y="${y}" width="${width}" height="${height}" fill="${band}" opacity="${opacity}"/>`,
  );
  const paths = strokes.map(
    ({ path, colour, width }) => `<path d="${path}" stroke="${colour}" stroke-width="${width}"/>`,
  );
  return `${rects.join('')}<g fill="none" stroke-opacity="${EDGE_OPACITY}">${paths.join('')}</g>`;
}

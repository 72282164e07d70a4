import { amounts, channels } from '../grid/scale';
import type { Palette } from '../theme/palette';
import type { WholeHead } from './pattern';

type Colour = [number, number, number];

/** 256 colours for weights of 0 to 1, by square root, so that small ones are seen. */
export function ramp(palette: Palette): Colour[] {
  const scale = amounts(palette, [1], false);
  return Array.from({ length: 256 }, (_, i) => channels(scale.colour(i / 255)));
}

/** A thumbnail, a pixel a cell. */
export function paintSmall(canvas: HTMLCanvasElement, cells: Uint8Array, size: number, colours: Colour[]) {
  const context = contextOf(canvas);
  if (!context) return;
  const image = context.createImageData(size, size);
  let cell = 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      const [red, green, blue] = colours[cells[cell++] ?? 0] ?? [0, 0, 0];
      image.data.set([red, green, blue, 255], 4 * (row * size + column));
    }
  context.putImageData(image, 0, 0);
}

/** A whole pattern: queries downward, keys across, `cell` pixels each; above the diagonal is nothing. */
export function paintWhole(canvas: HTMLCanvasElement, head: WholeHead, cell: number, palette: Palette) {
  const context = contextOf(canvas);
  if (!context) return;
  const scale = amounts(palette, [1], false);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const gap = cell >= 10 ? 1 : 0;
  for (let query = 0; query + 1 < head.starts.length; query++) {
    context.fillStyle = palette.raised;
    context.fillRect(0, query * cell, (query + 1) * cell - gap, cell - gap);
    for (let i = head.starts[query] ?? 0; i < (head.starts[query + 1] ?? 0); i++) {
      context.fillStyle = scale.colour(head.weights[i]);
      context.fillRect((head.keys[i] ?? 0) * cell, query * cell, cell - gap, cell - gap);
    }
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  // where nothing is drawn, as in tests, there is none
  return typeof CanvasRenderingContext2D === 'undefined' ? null : canvas.getContext('2d');
}

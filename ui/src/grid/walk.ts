import type { KeyboardEvent } from 'react';

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Layers, heads or positions that a grid may lack in a row. */
const FARTHEST = 1024;

/** Arrows lead from a cell to the next that there is, by the `data-place` of cells within an element. */
export function walk(event: KeyboardEvent, within: HTMLElement | null, row: number, column: number): void {
  const [down, right] = STEPS[event.key] ?? [0, 0];
  if (!within || (down === 0 && right === 0)) return;
  event.preventDefault();
  const cells = new Map(
    [...within.querySelectorAll<HTMLElement>('[data-place]')].map((cell) => [cell.dataset.place, cell]),
  );
  // what is missing is stepped over, as far as there is anything
  let [r, c] = [row + down, column + right];
  for (let steps = 0; steps < FARTHEST && r >= 0 && c >= 0; steps++) {
    const next = cells.get(`${r} ${c}`);
    if (next) return next.focus();
    [r, c] = [r + down, c + right];
  }
}

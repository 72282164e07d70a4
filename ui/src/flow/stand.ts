/** How a drawing stands on the screen: a point of it is at `k` times its place and by `x` and `y` px off. */
export interface Stand {
  k: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** How small and how large a drawing may be at first. */
export interface Scales {
  least: number;
  most: number;
}

/** All of a drawing in the middle of a view; of one that would be too small to read, the upper right end, where the answer is. */
export function fitting(drawing: Size, view: Size, { least, most }: Scales): Stand {
  const whole = Math.min(view.width / drawing.width, view.height / drawing.height) || 1;
  const k = Math.min(most, Math.max(least, whole));
  const spare = { x: view.width - k * drawing.width, y: view.height - k * drawing.height };
  return { k, x: spare.x < 0 ? spare.x : spare.x / 2, y: spare.y < 0 ? 0 : spare.y / 2 };
}

/** Whether a part of a drawing is out of view. */
export function overflows(drawing: Size, view: Size, { k, x, y }: Stand): boolean {
  const slack = 1;
  return (
    x < -slack ||
    y < -slack ||
    x + k * drawing.width > view.width + slack ||
    y + k * drawing.height > view.height + slack
  );
}

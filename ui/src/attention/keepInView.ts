/** Scrolls a box, and nothing around it, as little as it takes for what lies from `top` to `bottom` to be seen. */
export function keepInView(box: HTMLElement, top: number, bottom: number): void {
  box.scrollTop = Math.max(bottom - box.clientHeight, Math.min(top, box.scrollTop));
}

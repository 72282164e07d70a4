/** Where a node is drawn, else where Tab comes into the picture. */
export function markOf(node?: string): SVGElement | null {
  const marks = [...document.querySelectorAll<SVGElement>('[data-pill], [data-node]')];
  const own = marks.find(({ dataset }) => node !== undefined && (dataset.pill ?? dataset.node) === node);
  const entry = marks.find((mark) => mark.getAttribute('tabindex') === '0');
  return own ?? entry ?? document.querySelector('.trace-page [tabindex="0"]'); // a view without such marks has cells
}

/** Where the pill that had the focus is hidden, the picture keeps it. */
export function keepFocus(): void {
  if (!document.activeElement?.hasAttribute('data-pill')) return;
  setTimeout(() => markOf()?.focus());
}

/** Where the pill that had the focus is hidden, the picture keeps it. */
export function keepFocus(): void {
  if (!document.activeElement?.hasAttribute('data-pill')) return;
  setTimeout(() => document.querySelector<SVGElement>('[data-pill][tabindex="0"]')?.focus());
}

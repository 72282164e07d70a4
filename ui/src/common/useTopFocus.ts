import { useEffect, useRef } from 'react';

/** Where the page becomes another and what had the focus is gone with the last, Tab begins at the top again, as it does at a page that was just loaded. */
export function useTopFocus(page: string): void {
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    const { body, activeElement } = document;
    if (activeElement !== null && activeElement !== body) return;
    body.tabIndex = -1;
    body.focus({ preventScroll: true });
    body.removeAttribute('tabindex');
  }, [page]);
}

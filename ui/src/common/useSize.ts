import { useLayoutEffect, useRef, useState } from 'react';

const USUAL = { width: 1200, height: 620 };

/** The size of an element as it changes; where nothing is laid out, a usual one. */
export function useSize<E extends HTMLElement>() {
  const element = useRef<E>(null);
  const [size, setSize] = useState(USUAL);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current;
      if (width > 0 && height > 0)
        setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, size };
}

import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useKeys } from '../common/useKeys';

/** The key I leads from the picture to the inspector. Where the focus is in it when it closes, it is the mark's again; when it shows another, that one's. */
export function useInspectorFocus(node?: string): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  useKeys({ i: () => box.current?.focus() });
  useLayoutEffect(() => {
    const left = box.current;
    return () => {
      if (!left?.contains(document.activeElement)) return;
      setTimeout(() => {
        const next = document.querySelector<HTMLElement>('aside.inspector');
        (next ?? markOf(node))?.focus();
      });
    };
  }, [node]);
  return box;
}

/** Where a node is drawn, else where Tab comes into the picture. */
function markOf(node: string | undefined): SVGElement | null {
  const marks = [...document.querySelectorAll<SVGElement>('[data-pill], [data-node]')];
  const own = marks.find(({ dataset }) => node !== undefined && (dataset.pill ?? dataset.node) === node);
  return own ?? document.querySelector('.trace-page [tabindex="0"]');
}

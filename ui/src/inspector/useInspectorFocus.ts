import { useLayoutEffect, useRef, type RefObject } from 'react';
import { markOf } from '../common/pictureFocus';
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

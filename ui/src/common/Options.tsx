import { useEffect, useRef, type ReactNode } from 'react';

/** Choices that a bar has no room for, below a button; Escape, a click beside them or leaving them closes. */
export function Options({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      box.current?.removeAttribute('open');
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.current?.open) return;
      event.preventDefault(); // the page's own Escape is another's
      box.current.removeAttribute('open');
      box.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <details ref={box} className="more-options">
      <summary className="button">Options</summary>
      <div className="more-options-box">{children}</div>
    </details>
  );
}

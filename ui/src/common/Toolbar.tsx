import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

const BUTTONS = 'button:not(:disabled)';
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** Buttons that one Tab reaches and arrow keys go along, as the ARIA Authoring Practices have a toolbar. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const enter = (entry: Element | undefined) => {
    for (const button of bar.current?.querySelectorAll<HTMLElement>('button') ?? [])
      button.tabIndex = button === entry ? 0 : -1;
  };
  useEffect(() => {
    const { current } = bar;
    if (current && !current.querySelector(`${BUTTONS}[tabindex="0"]`))
      enter(current.querySelector(BUTTONS) ?? undefined);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>(BUTTONS) ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = STEPS[event.key];
    if (at < 0 || step === undefined) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      ref={bar}
      className="controls"
      role="toolbar"
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={(event) => enter(event.target)}
    >
      {children}
    </div>
  );
}

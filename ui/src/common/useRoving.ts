import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';

const BUTTONS = 'button:not(:disabled)';

/**
 * Buttons of which Tab reaches one, and keys the others, as the ARIA Authoring Practices have it ("roving tabindex").
 *
 * @param steps keys, and by how many buttons each goes on
 */
export function useRoving<E extends HTMLElement>(steps: Readonly<Record<string, number>>) {
  const element = useRef<E>(null);
  const enter = (entry: Element | undefined) => {
    for (const button of element.current?.querySelectorAll<HTMLElement>('button') ?? [])
      button.tabIndex = button === entry ? 0 : -1;
  };
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const entries = current.querySelectorAll(`${BUTTONS}[tabindex="0"]`);
    const unset = current.querySelector('button:not([tabindex])');
    if (entries.length !== 1 || unset) enter(entries[0] ?? current.querySelector(BUTTONS) ?? undefined);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(element.current?.querySelectorAll<HTMLElement>(BUTTONS) ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = steps[event.key];
    if (at < 0 || step === undefined) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  const onFocus = (event: FocusEvent) => {
    if (event.target.matches('button')) enter(event.target);
  };
  return { ref: element, onKeyDown, onFocus };
}

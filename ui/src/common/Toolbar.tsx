import type { ReactNode } from 'react';
import { useRoving } from './useRoving';

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

/** Buttons that one Tab reaches and arrow keys go along, as the ARIA Authoring Practices have a toolbar. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  const roving = useRoving<HTMLDivElement>(STEPS);
  return (
    <div className="controls" role="toolbar" aria-label={label} {...roving}>
      {children}
    </div>
  );
}

import type { MouseEvent, ReactNode } from 'react';
import { formatRoute, type Route } from '../route/route';
import { navigate } from '../route/useRoute';

interface LinkProps {
  to: Route;
  children: ReactNode;
  className?: string;
  current?: boolean;
  title?: string | undefined;
}

/** A real link, so that it can be copied and opened in a tab; a plain click stays in the page. */
export function Link({ to, children, className, current = false, title }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a
      href={formatRoute(to)}
      className={className}
      title={title}
      onClick={follow}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}

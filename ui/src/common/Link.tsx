import type { MouseEvent, ReactNode } from 'react';
import { embeddedTrace, pageAddress } from '../route/embed';
import { formatRoute, type Route } from '../route/route';
import { navigate } from '../route/useRoute';

interface LinkProps {
  to: Route;
  children: ReactNode;
  className?: string;
  current?: boolean;
  title?: string | undefined;
  /** the key that does the same, for those who hear the page */
  keys?: string;
}

/** A real link, so that it can be copied and opened in a tab; a plain click stays in the page. */
export function Link({ to, children, className, current = false, title, keys }: LinkProps) {
  // within another page there is room for its trace alone
  const shown = embeddedTrace();
  const away = shown !== undefined && (to.page !== 'trace' || to.id !== shown);
  const follow = (event: MouseEvent) => {
    if (away || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a
      href={pageAddress(formatRoute(to))}
      {...(away && { target: '_blank', rel: 'noreferrer' })}
      className={className}
      title={title}
      aria-keyshortcuts={keys}
      onClick={follow}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}

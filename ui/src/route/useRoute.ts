import { useMemo, useSyncExternalStore } from 'react';
import { wholeHash } from './embed';
import { formatRoute, parseRoute, type Route } from './route';

const CHANGED = 'headstream:route';

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => wholeHash(window.location.hash));
  return useMemo(() => parseRoute(hash), [hash]);
}

/** `replace` for what one would not want to step back through: a slider, a pan. */
export function navigate(route: Route, how: 'push' | 'replace' = 'push'): void {
  const hash = formatRoute(route);
  if (hash === window.location.hash) return;
  if (how === 'push') window.history.pushState(null, '', hash);
  else window.history.replaceState(null, '', hash);
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  const events = ['hashchange', 'popstate', CHANGED];
  for (const event of events) window.addEventListener(event, changed);
  return () => {
    for (const event of events) window.removeEventListener(event, changed);
  };
}

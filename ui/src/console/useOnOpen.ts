import { useEffect } from 'react';

/** Once, when what it is called in has been shown. */
export function useOnOpen(act: () => void): void {
  useEffect(() => {
    const timer = setTimeout(act);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, []);
}

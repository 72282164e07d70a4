import { useEffect } from 'react';

const NAME = 'Headstream';

/** What tab and history call the page; without words of its own, the name alone. */
export function useTitle(words: string | undefined): void {
  useEffect(() => {
    document.title = words === undefined ? NAME : `${words} · ${NAME}`;
    return () => {
      document.title = NAME;
    };
  }, [words]);
}

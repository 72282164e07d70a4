import { useEffect, useRef, useState } from 'react';

const REST = 250;

/** A value while a hand moves it, which others hear of once it rests: addresses are not written at every step. */
export function useAtRest(onRest: (value: number) => void) {
  const [live, setLive] = useState<number>();
  const told = useRef(onRest);
  useEffect(() => {
    told.current = onRest;
  });
  useEffect(() => {
    if (live === undefined) return;
    const timer = setTimeout(() => {
      told.current(live);
      setLive(undefined);
    }, REST);
    return () => clearTimeout(timer);
  }, [live]);
  return { live, setLive };
}

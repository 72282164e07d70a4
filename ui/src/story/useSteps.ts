import { useState } from 'react';

const SEEN = 'headstream.steps';

/** Which step a first visitor is at, and whether steps are still offered: until somebody has seen them, or does not want to. */
export function useSteps() {
  const [at, setAt] = useState<number>();
  const [offered, setOffered] = useState(() => read() === null);
  const onStep = (next: number | undefined) => {
    setAt(next);
    if (next !== undefined) return;
    setOffered(false);
    try {
      localStorage.setItem(SEEN, 'seen');
    } catch {
      // they are offered again
    }
  };
  return { at, offered, onStep };
}

function read(): string | null {
  try {
    return localStorage.getItem(SEEN);
  } catch {
    return null;
  }
}

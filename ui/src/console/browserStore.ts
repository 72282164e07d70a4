import { useSyncExternalStore } from 'react';

export interface BrowserStore<T> {
  read: () => readonly T[];
  write: (items: readonly T[]) => void;
  useItems: () => readonly T[];
}

/** A list kept in this browser; what is not one of its items is passed over. All tabs see a change at once. */
export function browserStore<T>(key: string, itemOf: (value: unknown) => T | undefined): BrowserStore<T> {
  const changed = `${key}:changed`;
  const none: readonly T[] = [];
  let cached: { raw: string | null; items: readonly T[] } = { raw: null, items: none };

  const parse = (raw: string | null): readonly T[] => {
    try {
      const value: unknown = JSON.parse(raw ?? '[]');
      return Array.isArray(value) ? value.map(itemOf).filter((item) => item !== undefined) : none;
    } catch {
      return none;
    }
  };
  const read = () => {
    const raw = localStorage.getItem(key);
    if (raw !== cached.raw) cached = { raw, items: parse(raw) };
    return cached.items;
  };
  const write = (items: readonly T[]) => {
    localStorage.setItem(key, JSON.stringify(items));
    window.dispatchEvent(new Event(changed));
  };
  const subscribe = (listener: () => void) => {
    for (const event of [changed, 'storage']) window.addEventListener(event, listener);
    return () => {
      for (const event of [changed, 'storage']) window.removeEventListener(event, listener);
    };
  };
  return { read, write, useItems: () => useSyncExternalStore(subscribe, read) };
}

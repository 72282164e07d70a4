import { useSyncExternalStore } from 'react';

const KEY = 'headstream.history';
const MOST = 50;
const CHANGED = 'headstream:history';
const NONE: readonly string[] = [];

let cached: { raw: string | null; statements: readonly string[] } = { raw: null, statements: NONE };

/** Statements run before, newest first, each once. Kept in this browser only. */
export function useHistory(): readonly string[] {
  return useSyncExternalStore(subscribe, read);
}

export function remember(statement: string): void {
  const rest = read().filter((known) => known !== statement);
  write([statement, ...rest].slice(0, MOST));
}

export function forget(): void {
  write([]);
}

function read(): readonly string[] {
  const raw = localStorage.getItem(KEY);
  if (raw !== cached.raw) cached = { raw, statements: parse(raw) };
  return cached.statements;
}

function parse(raw: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(raw ?? '[]');
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : NONE;
  } catch {
    return NONE;
  }
}

function write(statements: string[]): void {
  localStorage.setItem(KEY, JSON.stringify(statements));
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}

import type { Parameters } from '../api/types';
import { browserStore } from './browserStore';
import { isRecord } from '../answer/values';

/** What was asked: free Cypher, or a named query by its name. */
export interface HistoryEntry {
  statement?: string;
  name?: string;
  parameters: Parameters;
  /** ISO 8601 */
  at: string;
}

const MOST = 100;
const store = browserStore<HistoryEntry>('headstream.history', entryOf);

/** Newest first, each question once. Kept in this browser only. */
export const useHistory = store.useItems;

export function remember(asked: Omit<HistoryEntry, 'at'>): void {
  const entry = { ...asked, at: new Date().toISOString() };
  const rest = store.read().filter((known) => keyOf(known) !== keyOf(entry));
  store.write([entry, ...rest].slice(0, MOST));
}

export function forget(entry: HistoryEntry): void {
  store.write(store.read().filter((known) => keyOf(known) !== keyOf(entry)));
}

export function forgetAll(): void {
  store.write([]);
}

export function keyOf({ statement, name, parameters }: Omit<HistoryEntry, 'at'>): string {
  return JSON.stringify([statement ?? null, name ?? null, parameters]);
}

function entryOf(value: unknown): HistoryEntry | undefined {
  // the first version kept statements alone
  if (typeof value === 'string') return { statement: value, parameters: {}, at: '' };
  if (!isRecord(value)) return undefined;
  const { statement, name, parameters, at } = value;
  if (typeof statement !== 'string' && typeof name !== 'string') return undefined;
  return {
    ...(typeof statement === 'string' && { statement }),
    ...(typeof name === 'string' && { name }),
    parameters: isRecord(parameters) ? parameters : {},
    at: typeof at === 'string' ? at : '',
  };
}

import type { Parameters } from '../api/types';
import { browserStore } from './browserStore';
import { isRecord } from '../answer/values';

/** A statement that the reader named. */
export interface SavedQuery {
  name: string;
  statement: string;
  parameters: Parameters;
}

const FORMAT = 'headstream-queries';
const VERSION = 1;
const store = browserStore<SavedQuery>('headstream.saved', savedOf);

/** In the order of their names. Kept in this browser only. */
export const useSavedQueries = store.useItems;

/** A query of the same name is replaced. */
export function save(...queries: SavedQuery[]): void {
  const named = new Map([...store.read(), ...queries].map((query) => [query.name, query]));
  store.write([...named.values()].sort((a, b) => a.name.localeCompare(b.name)));
}

export function unsave(name: string): void {
  store.write(store.read().filter((query) => query.name !== name));
}

export function toFile(queries: readonly SavedQuery[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, queries }, null, 2)}\n`;
}

/** The queries of a file that toFile wrote; all or none. */
export function fromFile(text: string): SavedQuery[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('This file is not JSON: choose one that "Export" wrote.');
  }
  if (!isRecord(value) || value.format !== FORMAT || !Array.isArray(value.queries))
    throw new Error('This file holds no saved queries: choose one that "Export" wrote.');
  if (value.version !== VERSION)
    throw new Error(`This file is of version ${String(value.version)}; this page reads version ${VERSION}.`);
  return value.queries.map((item, i) => {
    const query = savedOf(item);
    if (!query)
      throw new Error(`Query ${i + 1} of this file has no name or no statement: nothing was imported.`);
    return query;
  });
}

function savedOf(value: unknown): SavedQuery | undefined {
  if (!isRecord(value)) return undefined;
  const { name, statement, parameters } = value;
  return typeof name === 'string' && name.trim() !== '' && typeof statement === 'string'
    ? { name, statement, parameters: isRecord(parameters) ? parameters : {} }
    : undefined;
}

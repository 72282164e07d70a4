import type { Attention } from '../api/types';

export type WholeHead = Attention['heads'][number];

/** A weight in a pattern. */
export interface Weight {
  position: number;
  weight: number;
}

/** What a query attends to: by position, 0 for what is not listed. */
export function row(head: WholeHead, query: number, positions: number): number[] {
  const weights = new Array<number>(positions).fill(0);
  const [from = 0, to = 0] = [head.starts[query], head.starts[query + 1]];
  for (let i = from; i < to; i++) weights[head.keys[i] ?? 0] = head.weights[i] ?? 0;
  return weights;
}

/** Who attends to a key: by position of the query, 0 for what is not listed. */
export function column(head: WholeHead, key: number, positions: number): number[] {
  return Array.from({ length: positions }, (_, query) => {
    for (let i = head.starts[query] ?? 0; i < (head.starts[query + 1] ?? 0); i++)
      if (head.keys[i] === key) return head.weights[i] ?? 0;
    return 0;
  });
}

/** The largest weights, and where. */
export function largest(weights: number[], most: number): Weight[] {
  return weights
    .map((weight, position) => ({ position, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
}

/** A thumbnail's cells, 0 to 255, row by row up to the diagonal. */
export function cellsOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

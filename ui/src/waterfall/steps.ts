import { WHOLE_ID } from '../api/generated/words';
import type { Sum, SumPart } from '../api/types';

export interface Step extends SumPart {
  id: string;
}

export const SMALLER = 'smaller parts';

/** Parts that would be too thin to see are drawn as one, before what is no activation; begin and end stay joined. */
export function steps(sum: Sum, most = 40, rest = SMALLER): Step[] {
  const parts = sum.parts.map((part, i) => ({ ...part, id: part.node?.id ?? `${part.name} ${i}` }));
  const nodes = parts.filter((part) => part.node !== undefined);
  if (nodes.length <= most) return parts;
  const large = new Set([...nodes].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, most - 1));
  const small = nodes.filter((part) => !large.has(part));
  const others = parts.filter((part) => part.node === undefined);
  const merged: Step = {
    id: SMALLER,
    name: `${small.length} ${rest}`,
    value: small.reduce((total, part) => total + part.value, 0),
    start: 0,
    end: 0,
  };
  return joined([...nodes.filter((part) => large.has(part)), merged, ...others]);
}

function joined(parts: Step[]): Step[] {
  let at = 0;
  return parts.map((part) => {
    const start = at;
    at += part.value;
    return { ...part, start, end: at };
  });
}

/** The figures that the bars cover, zero among them. */
export function extent(parts: readonly Step[], total: number): [number, number] {
  const figures = [0, total, ...parts.flatMap(({ start, end }) => [start, end])];
  return [Math.min(...figures), Math.max(...figures)];
}

/** Whether an activation is a sum of stored parts, as the server has them. */
export function isWhole(node: string): boolean {
  return WHOLE_ID.test(node);
}

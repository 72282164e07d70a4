/** Layers, or positions, that stand together: both ends are of it. */
export interface Run {
  from: number;
  to: number;
}

/** Each of a run. */
export function membersOf({ from, to }: Run): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

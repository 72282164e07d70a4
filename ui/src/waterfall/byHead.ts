import type { Sum, SumPart, TraceHead } from '../api/types';

/** Heads are many: so many parts are drawn, and all others as one. */
export const MOST_OF_HEADS = 12;

/**
 * The metric's sum with heads where attention outputs stand. What an output has beyond its heads (the bias of W_O) is a part of its own; a layer whose heads' attributions are not
 * all known stays whole. Ends join as in the sum.
 */
export function byHead(sum: Sum, heads: readonly TraceHead[], target: number): Sum {
  let at = 0;
  const parts = sum.parts
    .flatMap((part) => (part.node?.kind === 'attention' ? ofHeads(part, heads, target) : part))
    .map((part) => {
      const start = at;
      at += part.value;
      return { ...part, start, end: at };
    });
  return { ...sum, parts };
}

function ofHeads(part: SumPart, heads: readonly TraceHead[], target: number): SumPart[] {
  const layer = part.node?.layer ?? -1;
  const here = heads.filter((head) => head.layer === layer);
  if (here.length === 0 || here.some((head) => head.dla === undefined)) return [part];
  const parts = here.map((head): SumPart => {
    const id = head.nodes[target];
    const { name, dla = 0 } = head;
    return {
      name: `head ${name}`,
      value: dla,
      start: 0,
      end: 0,
      ...(id !== undefined && { node: { id, kind: 'head', name, layer, position: target, head: head.head } }),
    };
  });
  const rest = part.value - parts.reduce((all, each) => all + each.value, 0);
  // figures have five digits
  const bias = Math.abs(rest) > 1e-3 * Math.max(1, Math.abs(part.value));
  return bias ? [...parts, { name: `b_O of layer ${layer}`, value: rest, start: 0, end: 0 }] : parts;
}

/** The largest first, whatever its sign; what is no part of the model's (the constant, a remainder) stays last. */
export function bySize(sum: Sum): Sum {
  let at = 0;
  const last = (part: SumPart) => part.node === undefined;
  const parts = [...sum.parts]
    .sort((a, b) => Number(last(a)) - Number(last(b)) || Math.abs(b.value) - Math.abs(a.value))
    .map((part) => {
      const start = at;
      at += part.value;
      return { ...part, start, end: at };
    });
  return { ...sum, parts };
}

import type { Row } from '../../axes/rows';
import type { Shown } from '../prune';

interface Keeps {
  openLayers: ReadonlySet<number>;
  kept?: ReadonlySet<string>;
}

/** So many of the ranked components are never folded away. */
export const ALWAYS = 16;

/**
 * As much as fits: where all would be higher than the panel, layers fold that hold nothing ranked, only what stands behind the ranked, those that do least first; then those of whose ranked none is among the first
 * sixteen, the last ranked first; no more of them than it takes. Where even that is not enough they all fold, and the picture scrolls. Layers that the reader opened, or pinned something in, stay.
 */
export function foldedTo(all: Shown, { openLayers, kept }: Keeps, fits: (part: Shown) => boolean): Shown {
  if (fits(all)) return all;
  const amounts = new Map<number, number>();
  const best = new Map<number, number>();
  const stays = new Set(openLayers);
  for (const { id, layer, rank, amount, group } of all.parts) {
    amounts.set(layer, (amounts.get(layer) ?? 0) + Math.abs(amount));
    best.set(layer, Math.min(best.get(layer) ?? Infinity, rank ?? Infinity));
    if ((rank !== undefined && rank <= ALWAYS) || group || kept?.has(id)) stays.add(layer);
  }
  const bestOf = (layer: number) => best.get(layer) ?? Infinity;
  const weakest = [...amounts.keys()]
    .filter((layer) => !stays.has(layer))
    .sort((a, b) =>
      bestOf(a) === bestOf(b)
        ? (amounts.get(a) ?? 0) - (amounts.get(b) ?? 0) || a - b
        : bestOf(b) - bestOf(a),
    );
  let [few, many] = [0, weakest.length];
  while (few < many) {
    const middle = Math.floor((few + many) / 2);
    if (fits(without(all, weakest.slice(0, middle)))) many = middle;
    else few = middle + 1;
  }
  return without(all, weakest.slice(0, few));
}

function without(all: Shown, layers: readonly number[]): Shown {
  const gone = new Set(layers);
  const parts = all.parts.filter((part) => !gone.has(part.layer));
  const there = new Set(parts.map((part) => part.id));
  const edges = all.edges.filter((edge) => there.has(edge.source) && there.has(edge.target));
  return { ...all, parts, edges };
}

/** How many parts lie in each fold, by its first layer; nothing of folds that are empty. */
export function inFolds(all: Shown, shown: Shown, rows: readonly Row[]): Map<number, number> {
  const there = new Set(shown.parts.map((part) => part.id));
  const folds = new Map<number, number>();
  for (const { id, layer } of all.parts) {
    const row = there.has(id) ? undefined : rows.find(({ from, to }) => from <= layer && layer <= to);
    if (row) folds.set(row.from, (folds.get(row.from) ?? 0) + 1);
  }
  return folds;
}

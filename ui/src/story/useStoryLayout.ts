import { useMemo } from 'react';
import type { Membership } from '../api/found';
import type { Story } from '../api/types';
import { layOut } from './layout/layout';
import { asArranged, keptBy, type ByReader } from './byReader';
import { prune } from './prune';
import { sentence } from './sentences';

/** What is known of components besides what the story tells. */
export interface Known {
  /** what they are called, by their names */
  names: ReadonlyMap<string, string>;
  /** what is marked */
  circuit: Membership | undefined;
}

interface What {
  story: Story;
  count: number;
  openLayers: readonly number[];
  openPositions: readonly number[];
  reader: ByReader;
  known: Known;
  selected: string | undefined;
  /** whether it folds until it is no higher than the panel: at first, and not against the reader */
  fitted: boolean;
}

/** The picture of so much of a story in so large a panel, with what marks are called and the largest amount. */
export function useStoryLayout(
  { story, count, openLayers, openPositions, reader, known, selected, fitted }: What,
  size: { width: number; height: number },
  scale: number,
) {
  const shown = useShown(story, count, reader, known);
  // what stands behind others folds first, so it is held open while it is selected
  const held = shown.parts.some(({ id, rank }) => id === selected && rank === undefined)
    ? selected
    : undefined;
  const layout = useMemo(
    () =>
      layOut(story, shown, {
        width: size.width * scale,
        height: size.height * scale,
        openLayers: new Set(openLayers),
        openPositions: new Set(openPositions),
        fitted,
        kept: new Set([...keptBy(reader), ...(held === undefined ? [] : [held])]),
      }),
    [story, shown, size, scale, openLayers, openPositions, reader, held, fitted],
  );
  const labels = useMemo(
    () =>
      new Map(
        shown.parts.map((part) => [
          part.id,
          `${reader.pinned.includes(part.id) ? 'pinned, ' : ''}${sentence(story, shown, part)}`,
        ]),
      ),
    [story, shown, reader],
  );
  const most = useMemo(() => Math.max(...shown.parts.map((part) => Math.abs(part.amount)), 0), [shown]);
  return { shown, layout, labels, most };
}

/** So much of a story, as the reader arranged it, with what components are called. */
export function useShown(story: Story, count: number, reader: ByReader, { names, circuit }: Known) {
  return useMemo(() => {
    const shown = prune(story, count, keptBy(reader));
    const parts = shown.parts.map((part) => {
      const called = names.get(part.name);
      return {
        ...part,
        ...(called !== undefined && { called }),
        ...(circuit?.members.has(part.name) && { circuit: circuit.name }),
      };
    });
    return asArranged({ ...shown, parts }, reader);
  }, [story, count, reader, names, circuit]);
}

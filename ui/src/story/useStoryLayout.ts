import { useMemo } from 'react';
import type { Story } from '../api/types';
import { layOut } from './layout/layout';
import { keptBy, type ByReader } from './byReader';
import { labelsOf, largestOf, shownOf, type Known } from './told';

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
  const labels = useMemo(() => labelsOf(story, shown, reader), [story, shown, reader]);
  const most = useMemo(() => largestOf(shown), [shown]);
  return { shown, layout, labels, most };
}

/** So much of a story, as the reader arranged it, with what components are called. */
export function useShown(story: Story, count: number, reader: ByReader, known: Known) {
  const { names, circuit } = known;
  return useMemo(
    () => shownOf(story, count, reader, { names, circuit }),
    [story, count, reader, names, circuit],
  );
}

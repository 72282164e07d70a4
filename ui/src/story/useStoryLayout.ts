import { useMemo } from 'react';
import type { Story } from '../api/types';
import { layOut } from './layout/layout';
import { asArranged, keptBy, type ByReader } from './byReader';
import { prune } from './prune';
import { sentence } from './sentences';

interface What {
  story: Story;
  count: number;
  openLayers: readonly number[];
  openPositions: readonly number[];
  reader: ByReader;
  /** what components are called, by their names */
  names: ReadonlyMap<string, string>;
}

/** The picture of so much of a story in so large a panel, with what marks are called and the largest amount. */
export function useStoryLayout(
  { story, count, openLayers, openPositions, reader, names }: What,
  size: { width: number; height: number },
  scale: number,
) {
  const shown = useShown(story, count, reader, names);
  const layout = useMemo(
    () =>
      layOut(story, shown, {
        width: size.width * scale,
        height: size.height * scale,
        openLayers: new Set(openLayers),
        openPositions: new Set(openPositions),
      }),
    [story, shown, size, scale, openLayers, openPositions],
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
export function useShown(story: Story, count: number, reader: ByReader, names: ReadonlyMap<string, string>) {
  return useMemo(() => {
    const shown = prune(story, count, keptBy(reader));
    const parts = shown.parts.map((part) => {
      const called = names.get(part.name);
      return called === undefined ? part : { ...part, called };
    });
    return asArranged({ ...shown, parts }, reader);
  }, [story, count, reader, names]);
}

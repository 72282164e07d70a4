import type { Membership } from '../api/found';
import type { Story } from '../api/types';
import { asArranged, keptBy, type ByReader } from './byReader';
import { layOut, type Look, type StoryLayout } from './layout/layout';
import { prune, type Shown } from './prune';
import { sentence } from './sentences';

/** What is known of components besides what the story tells. */
export interface Known {
  /** what they are called, by their names */
  names: ReadonlyMap<string, string>;
  /** what is marked */
  circuit: Membership | undefined;
}

/** Of a picture that no reader arranged. */
export const NOBODYS: ByReader = { hidden: [], pinned: [], groups: [] };

/** The picture of so much of a story, with what marks are called and the largest amount. */
export interface Told {
  shown: Shown;
  layout: StoryLayout;
  labels: ReadonlyMap<string, string>;
  most: number;
}

/** All of it at once, as no reader arranged it. */
export function told(story: Story, count: number, known: Known, look: Look): Told {
  const shown = shownOf(story, count, NOBODYS, known);
  return {
    shown,
    layout: layOut(story, shown, look),
    labels: labelsOf(story, shown, NOBODYS),
    most: largestOf(shown),
  };
}

/** So much of a story, as the reader arranged it, with what components are called. */
export function shownOf(story: Story, count: number, reader: ByReader, { names, circuit }: Known): Shown {
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
}

export function labelsOf(story: Story, shown: Shown, { pinned }: ByReader): ReadonlyMap<string, string> {
  return new Map(
    shown.parts.map((part) => [
      part.id,
      `${pinned.includes(part.id) ? 'pinned, ' : ''}${sentence(story, shown, part)}`,
    ]),
  );
}

export function largestOf(shown: Shown): number {
  return Math.max(...shown.parts.map((part) => Math.abs(part.amount)), 0);
}
